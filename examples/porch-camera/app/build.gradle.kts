plugins {
    id("com.android.application") version "8.7.2"
    kotlin("android") version "2.0.21"
}

dependencies {
    implementation("com.google.crypto.tink:tink-android:1.15.0")
    implementation("androidx.core:core-ktx:1.15.0")
}
