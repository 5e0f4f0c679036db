package no.nullpunkt.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import no.nullpunkt.shared.Problem;
import org.hibernate.Session;

/** The technologies a municipality can roll out: the catalogue's and its own. */
@ApplicationScoped
public class Technologies {

    private final Session session;

    Technologies(Session session) {
        this.session = session;
    }

    /**
     * Passes when all the codes are known to the municipality.
     *
     * @param pointer the JSON pointer of the list, with {@code %d} for the index
     * @throws Problem 422 naming the first that is not
     */
    public void mustExist(int municipalityId, List<String> codes, String pointer) {
        var known = new HashSet<>(session.createNativeQuery("""
                        select code from technology where code in :codes
                        union all
                        select code from own_technology where municipality_id = :municipality and code in :codes
                        """, String.class)
                .setParameter("municipality", municipalityId)
                .setParameterList("codes", codes)
                .getResultList());
        for (var i = 0; i < codes.size(); i++) {
            if (!known.contains(codes.get(i))) {
                throw Problem.ruleAt(pointer.formatted(i), "unknown-technology", codes.get(i));
            }
        }
    }
}
