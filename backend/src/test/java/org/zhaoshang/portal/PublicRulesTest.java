package org.zhaoshang.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhaoshang.projects.ProjectFields;
import org.zhaoshang.projects.ProjectForm;
import org.zhaoshang.shared.fields.Field;
import org.zhaoshang.shared.rules.Finding;
import org.zhaoshang.shared.sheet.Cells;

class PublicRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void publishesExactlyTheFieldsThatTheFormMarksPublic() {
        Set<String> ofTheForm =
                ProjectForm.FORM.fields().stream().map(Field::name).collect(Collectors.toSet());
        Set<String> marked = ProjectForm.FORM.fields().stream()
                .filter(Field::shown)
                .map(Field::name)
                .collect(Collectors.toSet());
        assertThat(Arrays.stream(PublicProject.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(ofTheForm::contains))
                .containsExactlyInAnyOrderElementsOf(marked);
    }

    @Test
    void letsACompleteProjectPass() throws Exception {
        assertThat(PublicRules.bar(fields(complete()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "parkName",
                "address",
                "summary",
                "content",
                "preparation",
                "contactOffice",
                "contactPhone"
            })
    void barsAMobileNumberInEveryPublishedText(String field) throws Exception {
        assertThat(PublicRules.bar(fields(complete().put(field, "联系13847712345洽谈"))))
                .extracting(Finding::rule, Finding::pointer)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("V48", "/" + field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"industryCode", "content", "totalInvestmentYuan", "contactOffice", "contactPhone"})
    void barsWhatLacksSomethingThatReadersCountOn(String field) throws Exception {
        ObjectNode without = complete();
        without.remove(field);
        assertThat(PublicRules.bar(fields(without))).extracting(Finding::rule).containsExactly("REQUIRED");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"=1+1, '=1+1", "+86-477, '+86-477", "-2, '-2", "@SUM(A1), '@SUM(A1)", "＝1+1, '＝1+1", "年产5GW, 年产5GW"
            })
    void noCellBeginsAFormula(String text, String cell) {
        assertThat(Cells.text(text)).isEqualTo(cell.replace("''", "'"));
    }

    private static ObjectNode complete() {
        return JSON.createObjectNode()
                .put("name", "年产5GW高效光伏组件项目")
                .put("callYear", 2021)
                .put("unitCode", "150622")
                .put("industryCode", "1.6")
                .put("content", "建设年产5GW光伏组件生产线")
                .put("totalInvestmentYuan", 250000000)
                .put("contactOffice", "投资促进中心")
                .put("contactPhone", "0477-4218888");
    }

    private static ProjectFields fields(ObjectNode fields) throws Exception {
        return JSON.treeToValue(fields, ProjectFields.class);
    }
}
