package org.zhaoshang.dispatch.indicators;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.dispatch.MonthFigures;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.signing.AgreementKind;
import org.zhaoshang.signing.SignedProjectFigures.Agreed;
import org.zhaoshang.signing.Stage;

/**
 * What can be measured of a unit at the end of a month (Asia/Shanghai); the closed list of what indicators are made of. Signed
 * projects count where their agreement stands that day and the assessment does not leave them out (V16), intents and framework
 * agreements apart and never added (V20). One that ended was signed all the same; it has reached no stage.
 */
@Schema(name = "Measure")
enum Measure {
    SIGNED(new Text("签约项目数（合同）", "Contracts signed"), Counting.of(AgreementKind.CONTRACT)),
    FRAMEWORKS(new Text("框架协议数", "Framework agreements"), Counting.of(AgreementKind.FRAMEWORK)),
    INTENTS(new Text("意向协议数", "Intents"), Counting.of(AgreementKind.INTENT)),
    REGISTERED(new Text("已注册项目数", "Registered projects"), Counting.reached(Stage.REGISTERED)),
    PERMITTING(new Text("已进入手续办理项目数", "Projects in permits or beyond"), Counting.reached(Stage.PERMITTING)),
    STARTED(new Text("已开工项目数", "Started projects"), Counting.reached(Stage.STARTED)),
    PRODUCING(new Text("已投产项目数", "Producing projects"), Counting.reached(Stage.PRODUCING)),
    DUE_TO_START(
            new Text("应开工项目数", "Projects due to start"),
            Counting.of(AgreementKind.CONTRACT).due()),
    DUE_AND_STARTED(
            new Text("应开工项目中已开工数", "Started of those due"),
            Counting.reached(Stage.STARTED).due()),
    SIGNED_OF_YEAR(
            new Text("本年新签约项目数（合同）", "Contracts signed this year"),
            Counting.of(AgreementKind.CONTRACT).ofYear()),
    STARTED_OF_YEAR(
            new Text("本年新开工项目数", "Projects started this year"),
            Counting.reached(Stage.STARTED).startedInYear()),
    AGREED_AMOUNT(new Text("合同协议总投资", "Agreed amount"), Counting.of(AgreementKind.CONTRACT), Agreed::amountYuan, null),
    AGREED_OUTSIDE(
            new Text("合同协议区外资金", "Agreed amount from outside the region"),
            Counting.of(AgreementKind.CONTRACT),
            Agreed::outsideYuan,
            null),
    AGREED_OF_YEAR(
            new Text("本年新签约合同总投资", "Agreed amount of this year's contracts"),
            Counting.of(AgreementKind.CONTRACT).ofYear(),
            Agreed::amountYuan,
            null),
    /** Of the contracts whose agreed amount is {@link #AGREED_AMOUNT}. */
    FUNDS_OF_CONTRACTS(
            new Text("合同项目累计到位资金", "Funds in place for contracts"), Counting.of(AgreementKind.CONTRACT), null, null),
    OUTSIDE_FUNDS(
            new Text("本年国内（区外）到位资金", "Outside funds in place this year"),
            null,
            null,
            MonthFigures.Year::fundsOutsideYuan),
    FUNDS(new Text("本年到位资金", "Funds in place this year"), null, null, MonthFigures.Year::fundsYuan),
    COMPLETED_INVESTMENT(
            new Text("本年完成投资", "Investment completed this year"),
            null,
            null,
            MonthFigures.Year::completedInvestmentYuan),
    /** Of the indicator whose numerator stands above it. */
    TARGET(new Text("年度任务", "Target of the year"), null, null, null);

    private final Text label;
    private final @Nullable Counting projects;
    private final @Nullable Function<Agreed, BigDecimal> agreed;
    private final @Nullable Function<MonthFigures.Year, BigDecimal> reported;

    Measure(Text label, Counting projects) {
        this(label, projects, null, null);
    }

    Measure(
            Text label,
            @Nullable Counting projects,
            @Nullable Function<Agreed, BigDecimal> agreed,
            @Nullable Function<MonthFigures.Year, BigDecimal> reported) {
        this.label = label;
        this.projects = projects;
        this.agreed = agreed;
        this.reported = reported;
    }

    Text label() {
        return label;
    }

    /** Of a target: as what it is the target of. */
    Quantity quantity() {
        return projects != null && agreed == null && !isFunds() ? Quantity.PROJECTS : Quantity.YUAN;
    }

    /** Taken from what came for them, by the ledger. */
    boolean isFunds() {
        return this == FUNDS_OF_CONTRACTS;
    }

    /** The list of signed projects that it is taken from. */
    Optional<Counting> projects() {
        return Optional.ofNullable(projects);
    }

    /** Taken from what is agreed of them; else it counts them. */
    Optional<Function<Agreed, BigDecimal>> agreed() {
        return Optional.ofNullable(agreed);
    }

    /** Taken from the monthly reports. */
    Optional<Function<MonthFigures.Year, BigDecimal>> reported() {
        return Optional.ofNullable(reported);
    }
}
