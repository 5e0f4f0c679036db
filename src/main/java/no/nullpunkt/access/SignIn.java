package no.nullpunkt.access;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import no.nullpunkt.shared.Problem;

/**
 * Finds out whether an e-mail and a password belong together. Whether anyone has the e-mail can be told neither from the
 * answer nor from the work done for it: the same counts, and one bcrypt of the same cost.
 *
 * <p>A program sends its password with every request. What was right is remembered for a minute for the place it came
 * from, so that it costs one bcrypt a minute; from any other place, and where somebody guesses, it is looked at anew.
 */
@ApplicationScoped
class SignIn {

    private final Accounts accounts;
    private final Passwords passwords;
    private final AttemptService attempts;

    /** Those whose password is being looked at, by what was sent: a program that sends several at once is one attempt. */
    private final Map<String, CompletableFuture<Holder>> underway = new ConcurrentHashMap<>();

    SignIn(Accounts accounts, Passwords passwords, AttemptService attempts) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Who signs in.
     *
     * @throws TooManyAttempts when too much has failed lately
     * @throws AuthenticationFailedException when the two do not belong together
     */
    Holder signIn(String email, String password, Source source) {
        var account = accounts.findByEmail(email);
        var hash = account.map(found -> found.passwordHash).orElseGet(passwords::nobodys);
        var sent = passwords.digest(String.join("\0", email, hash, source.toString(), password));
        if (passwords.isRemembered(sent) && !attempts.mustWait(email, source)) {
            return account.orElseThrow().holder();
        }
        var own = new CompletableFuture<Holder>();
        var other = underway.putIfAbsent(sent, own);
        if (other != null) {
            return result(other);
        }
        try {
            own.complete(attempt(sent, email, password, source, account.map(Account::holder), hash));
        } catch (RuntimeException e) {
            own.completeExceptionally(e);
        } finally {
            underway.remove(sent);
        }
        return result(own);
    }

    /**
     * Passes when whoever is signed in knows their password: a browser that was left open does not. Guesses count here
     * like those at the door.
     *
     * @throws TooManyAttempts when too much has failed lately
     * @throws Problem 422 when it is another password, 409 when the person has none here
     */
    void confirm(Holder holder, String password, Source source) {
        try {
            signIn(accounts.getOf(holder).email, password, source);
        } catch (AuthenticationFailedException e) {
            throw Problem.ruleAt("/present", "password-wrong");
        }
    }

    private Holder attempt(
            String sent, String email, String password, Source source, Optional<Holder> holder, String hash) {
        var attempt = attempts.begin(email, holder, source);
        if (!passwords.matches(password, hash) || holder.isEmpty()) {
            attempts.failed(attempt);
            throw new AuthenticationFailedException();
        }
        attempts.succeeded(attempt);
        if (source.device().isEmpty()) {
            passwords.remember(sent);
        }
        return holder.get();
    }

    private static Holder result(CompletableFuture<Holder> attempt) {
        try {
            return attempt.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
