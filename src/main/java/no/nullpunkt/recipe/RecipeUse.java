package no.nullpunkt.recipe;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Version;
import java.util.UUID;
import no.nullpunkt.shared.Key;

/** What a rollout was built on. Its id is the rollout's. */
@Entity
@IdClass(Key.class)
class RecipeUse {

    @Id
    Integer municipalityId;

    @Id
    UUID id;

    UUID recipeId;
    int edition;
    String title;

    /** The municipality that published it, where it told. */
    String publisher;

    @Version
    int version;

    protected RecipeUse() {}

    RecipeUse(int municipalityId, UUID rolloutId, RecipeResource.Response recipe) {
        this.municipalityId = municipalityId;
        this.id = rolloutId;
        this.recipeId = recipe.id();
        this.edition = recipe.edition();
        this.title = recipe.content().title();
        this.publisher = recipe.content().municipality();
    }
}
