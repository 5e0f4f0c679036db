package no.nullpunkt.report;

import java.math.BigDecimal;

/**
 * A figure the workbook shows and what it must come to.
 *
 * @param name of the figure, in words
 * @param cell where the workbook shows it, as a formula on another sheet writes it
 * @param figure the API's
 */
record WorkbookCheck(String name, String cell, BigDecimal figure) {}
