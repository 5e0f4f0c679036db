package no.nullpunkt.recipe;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import no.nullpunkt.shared.Key;

/** Queries of what rollouts were built on. */
@ApplicationScoped
class RecipeUses implements PanacheRepositoryBase<RecipeUse, Key> {}
