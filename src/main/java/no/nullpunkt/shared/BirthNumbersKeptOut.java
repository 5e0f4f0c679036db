package no.nullpunkt.shared;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.hibernate.Hibernate;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;

/**
 * The last wall before the database: no entity is written with a birth number in any of its texts. Requests and files are
 * refused where they are read, with the place; this one is for what forgets to.
 */
@PersistenceUnitExtension
@ApplicationScoped
class BirthNumbersKeptOut implements Interceptor {

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        refuse(state, names);
        return false;
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] state, Object[] before, String[] names, Type[] types) {
        refuse(state, names);
        return false;
    }

    private static void refuse(Object[] state, String[] names) {
        for (int i = 0; i < state.length; i++) {
            refuse(names[i], state[i]);
        }
    }

    private static void refuse(String name, Object value) {
        if (value instanceof String text) {
            BirthNumber.in(text).ifPresent(place -> {
                throw Problem.rule("invalid").at("/" + name, "birth-number", place.from(), place.to());
            });
        } else if (value instanceof Collection<?> many && Hibernate.isInitialized(many)) {
            many.stream().filter(String.class::isInstance).forEach(each -> refuse(name, each));
        }
    }
}
