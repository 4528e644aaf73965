package org.zhaoshang.projects;

import java.util.List;
import java.util.Set;

/** Fields that a rule ties together: who reopens one must be able to correct the others. */
final class TiedFields {
    private static final List<Set<String>> TIED = List.of(
            // FIXED_LE_TOTAL, FUNDS_LE_TOTAL, V06 by the intensity
            Set.of("/totalInvestmentYuan", "/fixedInvestmentYuan", "/fundsSoughtYuan"),
            Set.of("/fixedInvestmentYuan", "/landAreaMu"),
            // V38
            Set.of("/locationCode", "/parkName", "/address", "/projectCode", "/longitude", "/latitude"),
            Set.of("/industryCode", "/industryTags", "/gbIndustryCode"),
            // V36
            Set.of("/investor", "/investorCreditCode"),
            Set.of("/contactOffice", "/contactPhone", "/contactPerson"));

    private TiedFields() {}

    static Set<String> of(String pointer) {
        String field = "/" + pointer.split("/", 3)[1];
        Set<String> tied = new java.util.HashSet<>(Set.of(field));
        TIED.stream().filter(group -> group.contains(field)).forEach(tied::addAll);
        return tied;
    }
}
