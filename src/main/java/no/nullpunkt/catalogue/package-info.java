/**
 * The catalogue: the municipalities, the technologies and the ready indicators with what others have published.
 *
 * <p>It is read only, the same for every municipality, and named by its release; a published value is always shown with
 * its sources and is never a default for anyone's figures. The data and its rules live in the migrations {@code
 * V001__catalogue.sql} and {@code V002__catalogue_data.sql}.
 */
package no.nullpunkt.catalogue;
