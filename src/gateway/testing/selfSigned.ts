/**
 * A certificate for `localhost` and `127.0.0.1` that signed itself, so that nobody trusts it, and
 * the key to it. It guards nothing. Made by
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500`.
 */
export const SELF_SIGNED = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgBigtS+HwIhT6oDF8
Y4tW5IL7/b0IL28jBf7W2Q/7j6WhRANCAARsrYsCpOvHCD2JwnZoHr9AkC/Pmr21
jC/u3RiVg4zpiiqLEEjmvRGDJmc5RDU2hQ1fBfGWo6U21ZmXOghC/8pG
-----END PRIVATE KEY-----`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUCOzAXWabjdpsqvsqq94M5jiAcGkwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDE2NTgzNVoYDzIxMjYxMDMx
MTY1ODM1WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAARsrYsCpOvHCD2JwnZoHr9AkC/Pmr21jC/u3RiVg4zpiiqLEEjmvRGD
Jmc5RDU2hQ1fBfGWo6U21ZmXOghC/8pGo28wbTAdBgNVHQ4EFgQUs2Fxmx8+uSwJ
aPZi1aFhPBKrxhQwHwYDVR0jBBgwFoAUs2Fxmx8+uSwJaPZi1aFhPBKrxhQwDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgBYUCta3pqFt+lRc2SxWiDEfklKyz/NsmXcOc6mxgtukCIQDn
5jwRE2qoS3LDbfu70Emg5k6P3RnJKjUFpzSLBj2POQ==
-----END CERTIFICATE-----`,
};
