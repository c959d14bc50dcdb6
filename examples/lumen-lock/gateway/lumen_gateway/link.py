# SPDX-License-Identifier: Apache-2.0
"""The gateway's MQTT link to the backend: TLS 1.2 or later, with the gateway's own certificate."""

import ssl

import paho.mqtt.client as mqtt

CIPHERS = "ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256"


def make_context(ca_file: str, certificate: str, key: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_ciphers(CIPHERS)
    context.load_verify_locations(ca_file)
    context.load_cert_chain(certificate, key)
    return context


def connect(host: str, context: ssl.SSLContext) -> mqtt.Client:
    client = mqtt.Client(mqtt.CallbackAPIVersion.VERSION2, client_id="lumen-gateway")
    client.tls_set_context(context)
    client.connect(host, 8883)
    return client
