/**
 * Tells people what they owe: by mail before and after a due date, and by a calendar; and tells whoever asks for figures
 * when they stay away.
 *
 * <p>A person is told of a due date at most once of each kind, has at most one mail waiting, and is never told of what
 * was entered meanwhile; the database keeps the first two. What is due to be told is decided in {@link
 * no.nullpunkt.reminder.Occasion}, mails are written and sent by {@link no.nullpunkt.reminder.ReminderService}.
 */
package no.nullpunkt.reminder;
