package org.zhaoshang.signing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was signed after first agreements; whoever asks has made sure that the project may be seen. */
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, UUID> {
    /** In the order of signing. */
    List<Agreement> of(UUID project) {
        return list("signedProjectId", Sort.by("place"), project);
    }

    Map<UUID, List<Agreement>> ofAll(Collection<UUID> projects) {
        return projects.isEmpty()
                ? Map.of()
                : list("signedProjectId in ?1", Sort.by("place"), projects).stream()
                        .collect(Collectors.groupingBy(Agreement::signedProjectId));
    }

    /** What all agreements of a project together say. */
    record Current(
            @Nullable AgreementKind kind,
            @Nullable BigDecimal amountYuan,
            @Nullable BigDecimal outsideYuan,
            @Nullable String investor) {}

    static Current current(SignedProjectFields first, List<Agreement> further) {
        AgreementKind kind = first.agreementKind();
        String investor = first.investor();
        BigDecimal amount = first.agreedAmountYuan();
        BigDecimal outside = first.agreedOutsideYuan();
        for (Agreement agreement : further) {
            Agreement.Terms terms = agreement.terms();
            // A looser paper after a firm one takes nothing back, unless another investor begins anew.
            kind = kind == null
                            || terms.change() == Agreement.Change.NEW_INVESTOR
                            || terms.agreementKind().compareTo(kind) > 0
                    ? terms.agreementKind()
                    : kind;
            amount = terms.agreedAmountYuan();
            outside = terms.agreedOutsideYuan();
            investor = terms.investor() == null ? investor : terms.investor();
        }
        return new Current(kind, amount, outside, investor);
    }
}
