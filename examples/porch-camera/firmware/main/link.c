/* SPDX-License-Identifier: Apache-2.0 */
/* The camera's line to the cloud: MQTT over TLS, with the unit's certificate. */

#include "mqtt_client.h"

#include "camera.h"

extern const char cloud_root[] asm("_binary_cloud_root_pem_start");
extern const char unit_certificate[];
extern const char unit_key[];

void link_start(void)
{
	const esp_mqtt_client_config_t config = {
		.broker.address.uri = "mqtts://cameras.porch.example:8883",
		.broker.verification.certificate = cloud_root,
		.credentials.authentication.certificate = unit_certificate,
		.credentials.authentication.key = unit_key,
	};
	esp_mqtt_client_start(esp_mqtt_client_init(&config));
}
