package org.zhaoshang.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.zhaoshang.prices.FactorItems;
import org.zhaoshang.shared.copy.CopyIn;

/**
 * Fills the tables of prices, premises and parcels as {@link ManyProjects} fills the library: from the same {@link Sample}s,
 * whose names, units and moments they take. Most are public; hardly anything is left to settle or has lapsed.
 */
final class ManyOffers {
    private static final int LOT = 20_000;
    /** Every item alike. */
    private static final String ITEM = "(array[%1$s])[1 + (n / 4) %% %2$d]"
            .formatted(
                    FactorItems.all().stream()
                            .map(item -> "'" + item.code() + "'")
                            .collect(Collectors.joining(",")),
                    FactorItems.all().size());

    private static final String SAMPLES = """
            create temporary table samples (n bigint, id uuid, unit text, unit_name text, name text, at timestamptz, year integer,
                phone text, search_text text, search_grams integer[])""";

    private static final String PRICES = """
            insert into factor_prices (id, version, code, state, report_year, unit_code, park_name, item_code, price_low,
                unit_of_measure, valid_from, valid_to, park_key, condition_key, term_key, search_text, search_grams,
                explaining, created_at, created_by, updated_at, updated_by)
            select id, 2, 'ORD-P-' || unit || '-' || n, case when n %% 4 = 0 then 'SUBMITTED' else 'ACCEPTED' end, year, unit,
                '园区' || n, %s, 4.5, '元/立方米', make_date(year, 4, 1), make_date(year + 1, 3, 31), '园区' || n,
                '', 0, search_text, search_grams, case when n %% 20011 = 0 then 1 else 0 end, at, '填报人', at, '填报人'
            from samples""".formatted(ITEM);
    private static final String PRICE_VERSIONS = """
            insert into factor_price_versions (id, version, stood_from, code, state, report_year, unit_code, park_name,
                item_code, price_low, unit_of_measure, valid_from, valid_to, justifications, search_text, blocking,
                explaining, example, created_at, created_by, updated_at, updated_by)
            select id, version, updated_at, code, state, report_year, unit_code, park_name, item_code, price_low,
                unit_of_measure, valid_from, valid_to, justifications, search_text, blocking, explaining, example,
                created_at, created_by, updated_at, updated_by
            from factor_prices""";
    private static final String PUBLIC_PRICES = """
            insert into public_factor_prices (id, seq, unit_code, park_name, item_code, valid_from, valid_to, document,
                published_at, updated_at)
            select id, 2000000 + n, unit, '园区' || n, %s, make_date(year, 4, 1), make_date(year + 1, 3, 31),
                json_build_object('id', id), at, at
            from samples where n %% 4 <> 0""".formatted(ITEM);

    private static final String PREMISES = """
            insert into premises (id, version, code, state, name, unit_code, location_code, kind, longitude, latitude,
                owner_office, owner_phone, floor_area_sqm, free_area_sqm, storey_height_m, floor_load_ton_per_sqm, power_kva,
                crane_ton, offer, rent_yuan_per_sqm_month, name_key, search_text, search_grams, explaining, publicly_listed,
                changed_since, published_at, verified_on, verified_until, created_at, created_by, updated_at, updated_by)
            select id, 2, 'ORD-PRM-' || unit || '-' || n, case when n % 7 = 1 then 'IN_TALKS' else 'IDLE' end, name, unit, unit,
                (array['IDLE_FACTORY', 'STANDARD_FACTORY', 'YARD'])[1 + n % 3], 106.5 + n % 499 / 100.0, 37.5 + n % 337 / 100.0,
                '投资促进中心', phone, 20 * (1 + n % 2003), 10 * (1 + n % 2003), 4 + n % 9, 1 + n % 5, 100 * (n % 60), n % 40,
                (array['RENT', 'SALE', 'RENT_OR_SALE'])[1 + n / 3 % 3], 5 + n % 25, name, search_text, search_grams,
                case when n % 20011 = 0 then 1 else 0 end, n % 20 <> 0, n % 20011 = 1, case when n % 20 <> 0 then at end,
                date '2021-01-01', case when n % 20011 < 5 then date '2021-01-01' else date '2099-12-31' end,
                at, '填报人', at, '填报人'
            from samples""";
    private static final String PUBLIC_PREMISES = """
            insert into public_premises (id, seq, name, unit_code, location_code, state, kind, offer, free_area_sqm,
                storey_height_m, floor_load_ton_per_sqm, power_kva, crane_ton, rent_yuan_per_sqm_month, longitude, latitude,
                verified_until, unverified, search_text, search_grams, document, published_at, updated_at)
            select id, 3000000 + row_number() over (), name, unit_code, location_code, state, kind, offer, free_area_sqm,
                storey_height_m, floor_load_ton_per_sqm, power_kva, crane_ton, rent_yuan_per_sqm_month, longitude, latitude,
                verified_until, verified_until < date '2022-01-01', search_text, search_grams, json_build_object('id', id),
                published_at, updated_at
            from premises where publicly_listed""";

    private static final String PARCELS = """
            insert into land_parcels (id, version, code, state, parcel_no, unit_code, location_code, longitude, latitude,
                area_mu, land_use, start_price_yuan, name_key, search_text, search_grams, explaining, publicly_listed,
                changed_since, published_at, verified_on, verified_until, created_at, created_by, updated_at, updated_by)
            select id, 2, 'ORD-LND-' || unit || '-' || n, case when n % 7 = 1 then 'IN_TALKS' else 'AVAILABLE' end,
                name, unit, unit, 106.5 + n % 499 / 100.0, 37.5 + n % 337 / 100.0, 1 + n % 2003,
                (array['INDUSTRIAL_1', 'LOGISTICS', 'COMMERCIAL'])[1 + n % 3], 100000 * (1 + n % 997), name, search_text,
                search_grams, case when n % 20011 = 0 then 1 else 0 end, n % 20 <> 0, n % 20011 = 1,
                case when n % 20 <> 0 then at end, date '2021-01-01',
                case when n % 20011 < 5 then date '2021-01-01' else date '2099-12-31' end, at, '填报人', at, '填报人'
            from samples""";
    private static final String PUBLIC_PARCELS = """
            insert into public_land_parcels (id, seq, name, unit_code, location_code, state, land_use, area_mu,
                start_price_yuan, longitude, latitude, verified_until, unverified, search_text, search_grams, document,
                published_at, updated_at)
            select id, 4000000 + row_number() over (), parcel_no, unit_code, location_code, state, land_use, area_mu,
                start_price_yuan, longitude, latitude, verified_until, verified_until < date '2022-01-01', search_text,
                search_grams, json_build_object('id', id), published_at, updated_at
            from land_parcels where publicly_listed""";

    /** That no two validities overlap is asked of every row, which takes longer than all the rest: the plans see the same index. */
    private static final String APART = """
            create index factor_prices_%s_index on factor_prices using gist (unit_code, item_code, park_key, condition_key,
                term_key, daterange(valid_from, valid_to, '[]')) where %s""";

    /** As many changes of each list leave behind; no reader of the changes may have to read them all. */
    private static final String REMOVALS = """
            insert into public_%s_removals (id, seq, reason, at)
            select gen_random_uuid(), 5000000 + n, 'UNPUBLISHED', at from samples where n %% 4 = 0""";

    private static final String[] SEARCHED = {
        "factor_prices_search",
        "premises_search",
        "land_parcels_search",
        "public_premises_search",
        "public_land_parcels_search"
    };

    private ManyOffers() {}

    /** So many of each kind with everything that belongs to them; analysed. */
    static void fill(Connection database, long rows) throws SQLException {
        List<String> indexes = SearchIndexes.of(database, SEARCHED);
        try (Statement statement = database.createStatement()) {
            statement.execute(SAMPLES);
            for (long lot = 0; lot < rows; lot += LOT) {
                List<Sample> samples = ManyProjects.samples(lot, Math.min(lot + LOT, rows));
                CopyIn.copy(database, "samples", target -> write(samples, target));
            }
            statement.execute("alter table factor_prices drop constraint factor_prices_reported_apart,"
                    + " drop constraint factor_prices_accepted_apart");
            statement.execute("drop index " + String.join(", ", SEARCHED));
            for (String part : List.of(
                    PRICES, PRICE_VERSIONS, PUBLIC_PRICES, PREMISES, PUBLIC_PREMISES, PARCELS, PUBLIC_PARCELS)) {
                statement.execute(part);
            }
            for (String list : List.of("factor_price", "premises", "land_parcel")) {
                statement.execute(REMOVALS.formatted(list));
            }
            // Built in one go they take a fraction of the time that they take row by row.
            statement.execute("set maintenance_work_mem = '512MB'");
            statement.execute(APART.formatted("reported", "state <> 'ACCEPTED' and valid_from is not null"));
            statement.execute(APART.formatted("accepted", "state = 'ACCEPTED'"));
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute("update public_feed set seq = 6000000");
            statement.execute("analyze");
        }
    }

    private static void write(List<Sample> samples, CopyIn.Target row) throws IOException {
        for (Sample of : samples) {
            String text = ManyProjects.searched(of.name(), of.code(), of.address());
            ManyProjects.cells(
                    row,
                    of.number(),
                    of.id(),
                    of.unit(),
                    of.unitName(),
                    of.name(),
                    of.at(),
                    of.year(),
                    of.phone(),
                    text,
                    ManyProjects.grams(text));
            row.endRow();
        }
    }
}
