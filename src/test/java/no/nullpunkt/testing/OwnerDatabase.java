package no.nullpunkt.testing;

import org.eclipse.microprofile.config.ConfigProvider;
import org.postgresql.ds.PGSimpleDataSource;

/** The database as the role that owns it sees it, with the rows of all municipalities: for what no operation does. */
public final class OwnerDatabase {

    private OwnerDatabase() {}

    /** Each connection is a new one. */
    public static PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(configured("quarkus.datasource.jdbc.url", "quarkus.datasource.jdbc.url"));
        source.setUser(configured("quarkus.flyway.username", "quarkus.datasource.username"));
        source.setPassword(configured("quarkus.flyway.password", "quarkus.datasource.password"));
        source.setOptions("-c nullpunkt.reach=all");
        return source;
    }

    private static String configured(String key, String otherwise) {
        var config = ConfigProvider.getConfig();
        return config.getOptionalValue(key, String.class)
                .or(() -> config.getOptionalValue(otherwise, String.class))
                .orElse(null);
    }
}
