package org.zhaoshang.units;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.List;
import org.zhaoshang.audit.Subject;
import org.zhaoshang.audit.Trail;
import org.zhaoshang.shared.caller.Caller;
import org.zhaoshang.shared.seed.DataFile;
import org.zhaoshang.shared.seed.Seed;

/** Brings units, parks and industries up to their data files; a row that already says the same is left alone. */
@ApplicationScoped
class UnitSeed implements Seed {
    private final EntityManager database;
    private final Trail trail;
    private final ObjectMapper json;
    private final Event<ReferenceChanged> changed;

    UnitSeed(EntityManager database, Trail trail, ObjectMapper json, Event<ReferenceChanged> changed) {
        this.database = database;
        this.trail = trail;
        this.json = json;
        this.changed = changed;
    }

    @Override
    public int order() {
        return REFERENCE;
    }

    @Override
    public void plant() {
        // What people set in the product (lead_submits_only) is no column of the file and stays.
        load(
                "unit",
                "units.csv",
                "code",
                """
                insert into units (code, name, short_name, kind, parent_code, reporting_body, reports,
                    monthly_report_due_day, code_prefix, position)
                values (:code, :name, :short_name, :kind, :parent_code, :reporting_body, cast(:reports as boolean),
                    cast(:monthly_report_due_day as integer), :code_prefix, :position)
                on conflict (code) do update set (name, short_name, kind, parent_code, reporting_body, reports,
                    monthly_report_due_day, code_prefix, position, version) = (excluded.name, excluded.short_name,
                    excluded.kind, excluded.parent_code, excluded.reporting_body, excluded.reports,
                    excluded.monthly_report_due_day, excluded.code_prefix, excluded.position, units.version + 1)
                where (units.name, units.short_name, units.kind, units.parent_code, units.reporting_body, units.reports,
                        units.monthly_report_due_day, units.code_prefix, units.position)
                    is distinct from (excluded.name, excluded.short_name, excluded.kind, excluded.parent_code,
                        excluded.reporting_body, excluded.reports, excluded.monthly_report_due_day, excluded.code_prefix,
                        excluded.position)
                """,
                List.of(
                        "code",
                        "name",
                        "short_name",
                        "kind",
                        "parent_code",
                        "reporting_body",
                        "reports",
                        "monthly_report_due_day",
                        "code_prefix"));
        load("park", "parks.csv", "name", """
                insert into parks (name, unit_code, level, leading_industries, position)
                values (:name, :unit_code, :level, :leading_industries, :position)
                on conflict (name) do update set (unit_code, level, leading_industries, position)
                    = (excluded.unit_code, excluded.level, excluded.leading_industries, excluded.position)
                where (parks.unit_code, parks.level, parks.leading_industries, parks.position)
                    is distinct from (excluded.unit_code, excluded.level, excluded.leading_industries, excluded.position)
                """, List.of("name", "unit_code", "level", "leading_industries"));
        load("gbIndustry", "gb-industries.csv", "code", """
                insert into gb_industries (code, name, section_code, section_name, position)
                values (:code, :name, :section_code, :section_name, :position)
                on conflict (code) do update set (name, section_code, section_name, position)
                    = (excluded.name, excluded.section_code, excluded.section_name, excluded.position)
                where (gb_industries.name, gb_industries.section_code, gb_industries.section_name, gb_industries.position)
                    is distinct from (excluded.name, excluded.section_code, excluded.section_name, excluded.position)
                """, List.of("code", "name", "section_code", "section_name"));
        load(
                "industry",
                "industries.csv",
                "code",
                """
                insert into industries (code, name, group_code, group_name, gb_codes, position)
                values (:code, :name, :group_code, :group_name, string_to_array(:gb_codes, ';'), :position)
                on conflict (code) do update set (name, group_code, group_name, gb_codes, position)
                    = (excluded.name, excluded.group_code, excluded.group_name, excluded.gb_codes, excluded.position)
                where (industries.name, industries.group_code, industries.group_name, industries.gb_codes,
                        industries.position)
                    is distinct from (excluded.name, excluded.group_code, excluded.group_name, excluded.gb_codes,
                        excluded.position)
                """,
                List.of("code", "name", "group_code", "group_name", "gb_codes"));
        // Each reporting unit has a roster from the start, so that the first writer is checked against a version too.
        database.createNativeQuery("""
                        insert into rosters (unit_code, version) select code, 0 from units where reports
                        on conflict do nothing""").executeUpdate();
        changed.fire(new ReferenceChanged());
    }

    private void load(String kind, String file, String key, String upsert, List<String> columns) {
        int position = 0;
        for (NamedCsvRecord row : DataFile.rows(file)) {
            Query query = database.createNativeQuery(upsert).setParameter("position", ++position);
            ObjectNode document = json.createObjectNode();
            for (String column : columns) {
                String value = DataFile.optional(row, column);
                query.setParameter(column, value);
                document.put(column, value);
            }
            if (query.executeUpdate() > 0) {
                trail.change(
                        Caller.SYSTEM,
                        new Subject(kind, row.getField(key), null),
                        "load",
                        "data/" + file,
                        0,
                        NullNode.getInstance(),
                        document);
            }
        }
    }
}
