package no.nullpunkt.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nullpunkt.shared.Changes;
import no.nullpunkt.shared.Problem;
import no.nullpunkt.shared.Reach;

/**
 * Finds out who it is that a provider vouches for. A subject is bound to a person at the first sign-in, when the provider
 * says that it has verified an e-mail which an administrator here has added, and from then on is known by the subject
 * alone. Nobody is added this way.
 */
@ApplicationScoped
class RecognitionService {

    private final Identities identities;
    private final Accounts accounts;
    private final People people;
    private final Grants grants;
    private final Tenants tenants;
    private final Changes changes;
    private final Reach reach;
    private final Clock clock;

    RecognitionService(
            Identities identities,
            Accounts accounts,
            People people,
            Grants grants,
            Tenants tenants,
            Changes changes,
            Reach reach,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.people = people;
        this.grants = grants;
        this.tenants = tenants;
        this.changes = changes;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * The person, or the machine, of a token that has been verified.
     *
     * @throws Problem 403 when there is none, or another has the place
     */
    @ActivateRequestContext
    @Transactional
    Holder recognise(Providers.Named provider, Claims claims) {
        var spokenFor = spokenFor(provider, claims);
        var machine = machine(provider, claims);
        var holder = machine.or(() -> known(provider, claims))
                .or(() -> firstSignIn(provider, claims, spokenFor))
                .filter(spokenFor)
                .orElseThrow(() -> Problem.forbidden("not-added", provider.label(), whoseToken(provider, claims)));
        reach.is(holder.municipalityId());
        if (machine.isEmpty()) {
            provider.config().rolesClaim().ifPresent(claim -> align(holder, provider, claims.texts(claim)));
        }
        return holder;
    }

    private Optional<Holder> known(Providers.Named provider, Claims claims) {
        return subject(provider, claims).flatMap(subject -> bound(provider, subject));
    }

    private static Optional<String> subject(Providers.Named provider, Claims claims) {
        return claims.text(provider.config().subjectClaim());
    }

    /** A token with an e-mail is a person's, whichever machine it came by. */
    private Optional<Holder> machine(Providers.Named provider, Claims claims) {
        return provider.config()
                .machineClaim()
                .filter(claim -> claims.text(provider.config().emailClaim()).isEmpty())
                .flatMap(claims::text)
                .flatMap(subject -> bound(provider, subject));
    }

    private Optional<Holder> bound(Providers.Named provider, String subject) {
        return identities.findBySubject(provider.config().issuer(), subject).map(Identity::holder);
    }

    private Optional<Holder> firstSignIn(Providers.Named provider, Claims claims, Predicate<Holder> spokenFor) {
        var issuer = provider.config().issuer();
        var email = claims.text(provider.config().emailClaim());
        var subject = subject(provider, claims);
        if (email.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        if (!claims.isTrue(provider.config().emailVerifiedClaim())) {
            throw Problem.forbidden("email-not-verified", provider.label(), email.get());
        }
        var found = candidates(email.get()).filter(spokenFor).toList();
        if (found.size() > 1) {
            throw Problem.forbidden("email-in-several", email.get());
        }
        found.forEach(holder -> bind(holder, issuer, subject.get()));
        return found.stream().findFirst();
    }

    /** An e-mail has one account; where it has none yet, it may stand in several municipalities. */
    private Stream<Holder> candidates(String email) {
        var here = people.listHereByEmail(email);
        var account = accounts.findByEmail(email).map(Account::holder);
        return here.stream().filter(holder -> account.isEmpty() || account.get().equals(holder));
    }

    /** An e-mail may be given to someone new, and so binds no second subject of the same provider. */
    private void bind(Holder holder, String issuer, String subject) {
        reach.is(holder.municipalityId());
        if (identities.has(holder, issuer)) {
            throw Problem.forbidden("bound-to-another");
        }
        identities.persistAndFlush(new Identity(holder, issuer, subject, clock.instant(), null));
    }

    /** Whether the provider may vouch for someone of a municipality. */
    private Predicate<Holder> spokenFor(Providers.Named provider, Claims claims) {
        var config = provider.config();
        var numbers = new HashSet<String>();
        config.municipality().ifPresent(numbers::add);
        config.municipalityClaim()
                .ifPresent(claim -> claims.texts(claim)
                        .forEach(said -> numbers.add(config.municipalities().getOrDefault(said, said))));
        if (config.municipality().isEmpty() && config.municipalityClaim().isEmpty()) {
            return holder -> true;
        }
        var ids = numbers.stream()
                .flatMap(number -> tenants.findByNumber(number).stream())
                .collect(Collectors.toSet());
        return holder -> ids.contains(holder.municipalityId());
    }

    private static String whoseToken(Providers.Named provider, Claims claims) {
        return claims.text(provider.config().emailClaim())
                .or(() -> provider.config().machineClaim().flatMap(claims::text))
                .or(() -> subject(provider, claims))
                .orElse("?");
    }

    /** Makes the roles in the whole municipality those the provider tells. What is granted in a unit stays. */
    private void align(Holder holder, Providers.Named provider, List<String> said) {
        var told = EnumSet.noneOf(Role.class);
        said.forEach(
                each -> Optional.ofNullable(provider.config().roles().get(each)).ifPresent(told::add));
        var granted = grants.listOf(holder.municipalityId(), List.of(holder.personId())).stream()
                .filter(grant -> grant.unitId == null)
                .toList();
        if (told.equals(granted.stream().map(grant -> grant.role).collect(Collectors.toSet()))) {
            return;
        }
        changes.begin(holder.municipalityId(), holder.personId(), "Roles as told by " + provider.label());
        Set<Role> kept = new HashSet<>();
        for (var grant : granted) {
            if (told.contains(grant.role)) {
                kept.add(grant.role);
            } else {
                grants.delete(grant);
            }
        }
        told.removeAll(kept);
        told.forEach(role -> grants.persist(new RoleGrant(holder.municipalityId(), holder.personId(), role, null)));
        grants.flush();
    }
}
