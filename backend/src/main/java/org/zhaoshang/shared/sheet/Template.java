package org.zhaoshang.shared.sheet;

import java.util.Collection;
import java.util.List;
import org.zhaoshang.shared.fields.Form;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Rule;

/**
 * What the workbook of one kind of record is made of.
 *
 * @param name of the sheet with the table, at most 28 characters
 * @param form whose fields are the columns; lists of records have none
 * @param choices what the drop-downs offer
 * @param rules to be told on the sheet of instructions
 */
public record Template(Text name, Form form, CodeChoices choices, Collection<Rule> rules) {
    /** The same with these columns alone, in this order. */
    public Template only(List<String> fields) {
        return new Template(name, form.only(fields), choices, rules);
    }
}
