/**
 * Recipes: a rollout as a municipality has chosen to show it to others, who start from it.
 *
 * <p>What is published is a frozen copy, without names of people and without figures unless they were chosen, and never
 * of indicators that count persons. What goes into the copy is decided in {@code RecipeReader} alone.
 */
package no.nullpunkt.recipe;
