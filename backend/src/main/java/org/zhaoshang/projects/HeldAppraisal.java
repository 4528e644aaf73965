package org.zhaoshang.projects;

import java.time.LocalDate;

/**
 * What the rules ask of an appraisal.
 *
 * @param body who held it; the rules do not ask, uploads tell by it whether they know the appraisal
 */
public record HeldAppraisal(LocalDate heldOn, String body, Appraisal.Conclusion conclusion) {}
