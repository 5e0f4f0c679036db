/**
 * How fast it is. {@code mvn -Pbenchmark verify} packages the service, runs every {@code *Benchmark} and leaves what came
 * of it in {@code target/benchmarks.md}; {@link no.nullpunkt.benchmark.Norway} makes the data, the same for the same seed.
 * A figure is a ratio to a floor that was measured alternately in the same run, since machines are noisy and differ.
 */
package no.nullpunkt.benchmark;
