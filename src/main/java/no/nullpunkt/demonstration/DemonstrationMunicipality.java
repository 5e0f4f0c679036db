package no.nullpunkt.demonstration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.nullpunkt.access.FirstPeopleService;
import no.nullpunkt.access.FirstPeopleService.DemonstrationPerson;
import no.nullpunkt.access.Role;

/**
 * The municipality of the demonstration and who works there. The walks grant the rest their roles, in the units where
 * they have them.
 *
 * @param domain of the e-mail addresses
 */
record DemonstrationMunicipality(String number, String domain) {

    static final String PASSWORD = FirstPeopleService.DEMONSTRATION_PASSWORD;

    /** Reserved for examples, so that no mail ever leaves for it. */
    static final DemonstrationMunicipality STANDARD = new DemonstrationMunicipality("9999", "nullpunkt.example");

    /** By the variable that stands for each in the walks. */
    Map<String, DemonstrationPerson> peopleByVariable() {
        var people = new LinkedHashMap<String, DemonstrationPerson>();
        people.put("administrator", person("Anne Berg, administrator", "administrator", Role.ADMINISTRATOR));
        people.put("prosjektleder", person("Per Lunde, prosjektleder", "prosjektleder", Role.PROJECT_LEADER));
        people.put("leder", person("Liv Solheim, kommunalsjef", "leder", Role.LEADER));
        people.put("hjemmetjenesten", person("Kari Moen, leder for hjemmetjenesten", "hjemmetjenesten", null));
        people.put("sykehjemmet", person("Ola Haugen, leder for sykehjemmet", "sykehjemmet", null));
        people.put("responssenteret", person("Responssenteret (maskin)", "responssenteret", null));
        return people;
    }

    private DemonstrationPerson person(String name, String mailbox, Role role) {
        return new DemonstrationPerson(name, mailbox + "@" + domain, role);
    }

    List<DemonstrationPerson> people() {
        return List.copyOf(peopleByVariable().values());
    }

    /** What the walks need to know to be walked here. */
    Map<String, String> variables(String host) {
        var variables = new LinkedHashMap<String, String>();
        variables.put("host", host);
        variables.put("kommune", number);
        peopleByVariable().forEach((variable, person) -> variables.put(variable, person.email() + ":" + PASSWORD));
        return variables;
    }
}
