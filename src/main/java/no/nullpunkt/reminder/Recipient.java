package no.nullpunkt.reminder;

import java.util.UUID;
import no.nullpunkt.shared.Language;

/**
 * Someone who may be told what the municipality's people owe.
 *
 * @param muted whether the person wants no mails
 * @param municipalityNumber the latest it has had
 */
record Recipient(
        int municipalityId,
        UUID personId,
        String name,
        String email,
        Language language,
        boolean muted,
        String municipality,
        String municipalityNumber) {}
