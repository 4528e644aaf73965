package org.zhaoshang.signing.funds;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.money.Money;

/**
 * What a set of columns says.
 *
 * @param common whether all units may take it; only of a set of the bureau
 * @param columns from the left
 */
@Embeddable
@Schema(name = "FundColumnSetFields")
record FundColumnSetFields(
        @Schema(required = true, maxLength = 30, examples = "自治区系统")
        String name,

        Boolean common,

        @Schema(required = true, minItems = 1, maxItems = 60) @JdbcTypeCode(SqlTypes.JSON)
        List<Column> columns) {
    /** In what amounts stand; exact, without rounding. */
    @Schema(name = "MoneyUnit", description = "元, 万元, 亿元")
    enum Unit {
        YUAN(BigDecimal.ONE),
        WAN(Money.WAN),
        YI(Money.YI);

        private final BigDecimal yuan;

        Unit(BigDecimal yuan) {
            this.yuan = yuan;
        }

        BigDecimal of(BigDecimal amountYuan) {
            return amountYuan.divide(yuan); // a power of ten: ends
        }
    }

    /**
     * A column.
     *
     * @param heading as the other system has it; each once
     * @param field of {@code GET /fund-columns}; each once, but for the empty one
     * @param unit of money, and of nothing else
     */
    @Schema(name = "FundColumnChoice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Column(
            @Schema(required = true, maxLength = 60, examples = "到位金额（万元）")
            String heading,

            @Schema(required = true, examples = "amountYuan")
            String field,

            @Nullable Unit unit) {}

    @SuppressWarnings("NullAway") // absent in a request and present from then on
    FundColumnSetFields {
        common = Boolean.TRUE.equals(common);
        columns = List.copyOf(columns);
    }
}
