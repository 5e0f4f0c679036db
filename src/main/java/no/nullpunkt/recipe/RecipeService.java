package no.nullpunkt.recipe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import no.nullpunkt.access.Caller;
import no.nullpunkt.benefit.BenefitResource;
import no.nullpunkt.benefit.BenefitService;
import no.nullpunkt.benefit.FollowUpResource.ActionRequest;
import no.nullpunkt.benefit.FollowUpService;
import no.nullpunkt.indicator.IndicatorResource;
import no.nullpunkt.indicator.IndicatorService;
import no.nullpunkt.purpose.PurposeResource.NeedRequest;
import no.nullpunkt.purpose.PurposeResource.PlanRequest;
import no.nullpunkt.purpose.PurposeResource.RiskRequest;
import no.nullpunkt.purpose.PurposeService;
import no.nullpunkt.recipe.RecipeResource.Response;
import no.nullpunkt.recipe.RecipeResource.TakeRequest;
import no.nullpunkt.recipe.RecipeResource.Taken;
import no.nullpunkt.recipe.RecipeResource.UseResponse;
import no.nullpunkt.rollout.OwnTechnologyService;
import no.nullpunkt.rollout.RolloutResource;
import no.nullpunkt.rollout.RolloutService;
import no.nullpunkt.rollout.Rollouts;
import no.nullpunkt.shared.IfMatch;
import no.nullpunkt.shared.Problem;

/** Publishes rollouts as recipes, takes them back, and makes rollouts of those that others have published. */
@ApplicationScoped
public class RecipeService {

    /** Nobody else knows of what was just made. */
    private static final IfMatch JUST_MADE = new IfMatch("*");

    private static final String OWN = "own-";

    private final Recipes recipes;
    private final RecipeUses uses;
    private final Rollouts rollouts;
    private final RolloutService rolloutService;
    private final OwnTechnologyService technologies;
    private final BenefitService benefits;
    private final IndicatorService indicators;
    private final FollowUpService followUp;
    private final PurposeService purposes;
    private final ObjectMapper mapper;

    RecipeService(
            Recipes recipes,
            RecipeUses uses,
            Rollouts rollouts,
            RolloutService rolloutService,
            OwnTechnologyService technologies,
            BenefitService benefits,
            IndicatorService indicators,
            FollowUpService followUp,
            PurposeService purposes,
            ObjectMapper mapper) {
        this.recipes = recipes;
        this.uses = uses;
        this.rollouts = rollouts;
        this.rolloutService = rolloutService;
        this.technologies = technologies;
        this.benefits = benefits;
        this.indicators = indicators;
        this.followUp = followUp;
        this.purposes = purposes;
        this.mapper = mapper;
    }

    /** Publishes a copy as the first or the next edition. */
    @Transactional
    Response publish(Caller caller, UUID rolloutId, IfMatch ifMatch, RecipeContent content) {
        caller.mustPublish();
        var at = caller.beginChange();
        rollouts.summaryOf(caller.municipalityId(), rolloutId);
        var present = recipes.findForChange(caller.municipalityId(), rolloutId).orElse(null);
        var json = written(content);
        if (present != null && present.says(json)) {
            return response(present);
        }
        if (present != null) {
            ifMatch.check(present.version, () -> response(present));
        }
        var recipe = present == null ? new Recipe(caller.municipalityId(), rolloutId) : present;
        recipe.publish(content, json, at);
        recipes.persistAndFlush(recipe);
        return response(recipe);
    }

    /** Shows it to nobody else any more; rollouts that were built on it stay as they are. */
    @Transactional
    Response withdraw(Caller caller, UUID rolloutId, String reason) {
        caller.mustPublish();
        caller.beginChange(reason);
        rollouts.summaryOf(caller.municipalityId(), rolloutId);
        var recipe = recipes.findForChange(caller.municipalityId(), rolloutId).orElseThrow(Problem::notFound);
        if (recipe.state != Recipe.State.WITHDRAWN) {
            recipe.withdraw(reason);
            recipes.flush();
        }
        return response(recipe);
    }

    /**
     * Makes a rollout of a published recipe, with benefits, indicators, actions, needs and risks. Owners and units are
     * the taker's; null-points, targets and amounts are still to be entered.
     */
    @Transactional
    Taken take(Caller caller, TakeRequest request) {
        caller.mustLeadProjects();
        caller.beginChangeAlone();
        var recipe = recipes.findPublished(request.recipeId())
                .map(this::response)
                .orElseThrow(() -> Problem.unknown("/recipeId", request.recipeId()));
        var content = recipe.content();
        if (rollouts.isNamed(caller.municipalityId(), request.name())) {
            throw Problem.conflict("rollout-name-taken", request.name())
                    .at("/name", "rollout-name-taken", request.name());
        }
        content.technologies().stream()
                .filter(each -> each.code().startsWith(OWN))
                .forEach(each -> technologies.nameIfNew(caller, each.code(), each.name()));
        var rollout = rolloutService.create(caller, rollout(request, content));
        var needs = new HashMap<String, UUID>();
        for (var need : content.needs()) {
            needs.computeIfAbsent(
                    need,
                    title -> purposes.addNeed(caller, rollout.id(), new NeedRequest(title))
                            .id());
        }
        var made = new ArrayList<UUID>();
        for (var benefit : content.benefits()) {
            var id = benefits.create(caller, rollout.id(), benefit(request, benefit))
                    .id();
            made.add(id);
            benefit.indicators().forEach(each -> indicators.create(caller, id, indicator(request, each)));
            benefit.actions().forEach(each -> followUp.addAction(caller, id, action(request, each)));
            purposes.plan(
                    caller,
                    id,
                    JUST_MADE,
                    plan(benefit, benefit.needs().stream().map(needs::get).toList()));
        }
        var use = new RecipeUse(caller.municipalityId(), rollout.id(), recipe);
        uses.persistAndFlush(use);
        return new Taken(rollout.id(), made, UseResponse.of(use));
    }

    private static RolloutResource.Request rollout(TakeRequest request, RecipeContent content) {
        return new RolloutResource.Request(
                request.name(),
                content.technologies().stream()
                        .map(RecipeContent.Technology::code)
                        .toList(),
                request.unitIds(),
                request.plannedGoLive(),
                null,
                content.description(),
                request.leaderId(),
                null);
    }

    private static BenefitResource.Request benefit(TakeRequest request, RecipeContent.Benefit benefit) {
        return new BenefitResource.Request(
                benefit.title(),
                benefit.type(),
                benefit.planHeading(),
                benefit.description(),
                benefit.technologies().stream()
                        .map(share -> new BenefitResource.Share(share.code(), share.share()))
                        .toList(),
                null,
                null,
                benefit.beneficiaries(),
                benefit.assumptions(),
                request.ownerId(),
                request.overallOwnerId(),
                request.askerId(),
                null,
                null);
    }

    private static IndicatorResource.Request indicator(TakeRequest request, RecipeContent.Indicator indicator) {
        return new IndicatorResource.Request(
                indicator.name(),
                indicator.unit(),
                indicator.role(),
                indicator.direction(),
                indicator.aggregation(),
                indicator.factor(),
                indicator.frequencyMonths(),
                null,
                null,
                indicator.countsPersons(),
                null,
                indicator.numerator(),
                indicator.denominator(),
                indicator.dataSource(),
                indicator.catalogueCode(),
                null,
                request.unitIds(),
                null);
    }

    private static ActionRequest action(TakeRequest request, RecipeContent.Action action) {
        YearMonth month = request.plannedGoLive().plusMonths(action.monthsAfterGoLive());
        return action.kind().equals("STOP")
                ? ActionRequest.toStop(action.description(), request.ownerId(), month.atEndOfMonth())
                : ActionRequest.toAdopt(action.description(), request.ownerId(), month.atEndOfMonth());
    }

    private static PlanRequest plan(RecipeContent.Benefit benefit, List<UUID> needIds) {
        return new PlanRequest(
                needIds,
                List.of(),
                benefit.risks().stream()
                        .map(risk -> RiskRequest.of(
                                risk.description(), risk.likelihood(), risk.consequence(), risk.remedy()))
                        .toList(),
                benefit.dependencies(),
                benefit.measuring());
    }

    Response response(Recipe recipe) {
        try {
            return new Response(
                    recipe.id,
                    recipe.edition,
                    recipe.state,
                    recipe.publishedAt,
                    recipe.withdrawnReason,
                    mapper.readValue(recipe.content, RecipeContent.class),
                    recipe.version);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A recipe could not be read", e);
        }
    }

    private String written(RecipeContent content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A recipe could not be written", e);
        }
    }
}
