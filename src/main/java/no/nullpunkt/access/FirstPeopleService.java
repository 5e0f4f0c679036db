package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Reach;

/** Makes the people a municipality begins with, before there is anyone who could sign in and make them. */
@ApplicationScoped
public class FirstPeopleService {

    /** Well known, and told on the sign-in page. */
    public static final String DEMONSTRATION_PASSWORD = "nullpunkt";

    /**
     * One of the demonstration.
     *
     * @param role in the whole municipality, or null for whoever is granted one later
     */
    public record DemonstrationPerson(String name, String email, Role role) {}

    private final People people;
    private final Tenants tenants;
    private final Grants grants;
    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordService passwordService;
    private final Changes changes;
    private final Reach reach;

    FirstPeopleService(
            People people,
            Tenants tenants,
            Grants grants,
            Accounts accounts,
            Passwords passwords,
            PasswordService passwordService,
            Changes changes,
            Reach reach) {
        this.people = people;
        this.tenants = tenants;
        this.grants = grants;
        this.accounts = accounts;
        this.passwords = passwords;
        this.passwordService = passwordService;
        this.changes = changes;
        this.reach = reach;
    }

    /** Whether someone can sign in here with a well-known password. */
    @Transactional
    public boolean hasDemonstrationAccounts() {
        return accounts.hasDemonstrationAccounts();
    }

    /**
     * Makes the people of the demonstration with accounts that are marked as such, unless the municipality has people.
     *
     * @return the municipality
     */
    @Transactional
    public int createDemonstration(String number, List<DemonstrationPerson> wanted, String password) {
        var municipalityId = locked(number);
        if (people.count("municipalityId", municipalityId) > 0) {
            return municipalityId;
        }
        changes.begin(municipalityId, null, "Demonstration");
        for (var each : wanted) {
            var person = new Person(municipalityId, each.name(), each.email());
            people.persistAndFlush(person);
            if (each.role() != null) {
                grants.persist(new RoleGrant(municipalityId, person.id, each.role(), null));
            }
            accounts.persist(new Account(person, passwords.hash(password), true));
        }
        return municipalityId;
    }

    /**
     * Makes a municipality's first administrator, and a code to set a password with. As long as nobody there has an
     * account it may be asked again, for a code can be lost or grow too old.
     *
     * @return the code, or empty when the municipality has people of its own to ask
     */
    @Transactional
    Optional<PeopleResource.Invitation> inviteAdministrator(String number, String name, String email) {
        var municipalityId = locked(number);
        if (accounts.count("municipalityId", municipalityId) > 0) {
            return Optional.empty();
        }
        var present = people.findByEmail(municipalityId, email);
        if (present.isEmpty() && people.count("municipalityId", municipalityId) > 0) {
            return Optional.empty();
        }
        var administrator = present.orElseGet(() -> {
            changes.begin(municipalityId, null, "First administrator");
            var person = new Person(municipalityId, name, email);
            people.persistAndFlush(person);
            grants.persistAndFlush(new RoleGrant(municipalityId, person.id, Role.ADMINISTRATOR, null));
            return person;
        });
        return Optional.of(passwordService.invite(administrator));
    }

    /** Two that start at the same time would else both find nobody. */
    private int locked(String number) {
        int municipalityId = tenants.findByNumber(number)
                .orElseThrow(() -> new IllegalArgumentException("No municipality has the number " + number));
        reach.is(municipalityId);
        changes.alone(municipalityId);
        return municipalityId;
    }
}
