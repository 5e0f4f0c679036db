package no.nullpunkt.calculation;

/**
 * The figures of what has the same key.
 *
 * @param key an id, code, month or enum; null gathers what has none, so that nothing is lost
 */
public record Group<K>(K key, Figures figures) {}
