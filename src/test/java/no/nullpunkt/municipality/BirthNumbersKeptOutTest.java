package no.nullpunkt.municipality;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Random;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;
import no.nullpunkt.testing.BirthNumbers;
import no.nullpunkt.testing.BirthNumbers.Kind;
import no.nullpunkt.testing.Municipality;
import org.junit.jupiter.api.Test;

/** Code that forgets to check what it writes is stopped before the database. */
@QuarkusTest
class BirthNumbersKeptOutTest {

    private final String number = new BirthNumbers(new Random(8)).next(Kind.D_NUMBER);

    @Inject
    Changes changes;

    @Inject
    Units units;

    @Inject
    Reach reach;

    @Test
    void aNewRowIsStopped() {
        mustBeStopped(unit -> unit.describe("Sone " + number, null, null));
    }

    @Test
    void aChangedRowIsStopped() {
        mustBeStopped(unit -> {
            unit.describe("Sone", null, null);
            units.flush();
            unit.describe("Sone", number, null);
        });
    }

    private void mustBeStopped(java.util.function.Consumer<Unit> change) {
        var municipality = Municipality.create();
        var problem = assertThrows(
                Problem.class,
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    reach.is(municipality.id());
                    changes.begin(municipality.id(), null, null);
                    var unit = new Unit(municipality.id());
                    unit.name = "Sone";
                    units.persist(unit);
                    change.accept(unit);
                    units.flush();
                }));
        assertEquals("birth-number", problem.errors().get(0).code());
        assertEquals(0, municipality.number("select count(*) from unit where municipality_id = %d"));
    }
}
