/**
 * The contract that others build on: OpenAPI read from the resources, completed with what holds for all of them.
 *
 * <p>Every operation shows an example, its problems and its headers, and the committed {@code openapi/openapi.yaml} is
 * what is served. What is said once stands in {@code META-INF/openapi.yaml}; the rules that join it to the operations
 * live in {@link no.nullpunkt.contract.Operations} and {@link no.nullpunkt.contract.Schemas}.
 */
package no.nullpunkt.contract;
