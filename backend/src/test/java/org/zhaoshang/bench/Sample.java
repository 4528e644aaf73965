package org.zhaoshang.bench;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The nth project of a made-up library: the same at every call, and as varied as real ones in words, size, place and state.
 * One in some thousands has a word that hardly any other has.
 */
record Sample(
        long number,
        UUID id,
        String code,
        int year,
        String unit,
        String unitName,
        String industry,
        String state,
        String name,
        String address,
        String summary,
        String content,
        String investor,
        BigDecimal total,
        BigDecimal land,
        String phone,
        Instant at) {

    /** In a third of all names. */
    static final String FREQUENT = "光伏";
    /** In one name of about twenty thousand. */
    static final String RARE = "石墨烯";

    static final int FIRST_YEAR = 2011;
    static final int LAST_YEAR = 2020;

    record Unit(String code, String name) {}

    static final List<Unit> UNITS = List.of(
            new Unit("150602", "东胜区"),
            new Unit("150603", "康巴什区"),
            new Unit("150621", "达拉特旗"),
            new Unit("150622", "准格尔旗"),
            new Unit("150623", "鄂托克前旗"),
            new Unit("150624", "鄂托克旗"),
            new Unit("150625", "杭锦旗"),
            new Unit("150626", "乌审旗"),
            new Unit("150627", "伊金霍洛旗"));

    private record Product(String name, String industry) {}

    private static final List<Product> PRODUCTS = List.of(
            new Product("光伏组件", "1.6"),
            new Product("光伏支架", "1.6"),
            new Product("光伏玻璃", "1.6"),
            new Product("光伏储能", "1.4"),
            new Product("风电叶片", "1.4"),
            new Product("氢能制备", "1.4"),
            new Product("煤制烯烃", "1.1"),
            new Product("煤矸石综合利用", "1.2"),
            new Product("液化天然气储配", "1.3"),
            new Product("现代物流园", "1.4"),
            new Product("羊绒精深加工", "1.4"),
            new Product("数据中心", "1.4"));
    private static final List<String> PLACES =
            List.of("大路", "康巴什", "圣圆", "蒙西", "棋盘井", "独贵塔拉", "上海庙", "图克", "纳林河", "沙圪堵", "达拉特", "江苏");
    private static final List<String> SURNAMES = List.of("华远", "鼎盛", "蒙泰", "新奥", "亿利", "汇能", "伊泰", "久泰", "博源", "双欣");

    private static final Instant BEGIN = Instant.parse("2011-01-04T01:00:00Z");
    private static final int SECONDS_APART = 290;

    static Sample of(long n) {
        SplittableRandom random = new SplittableRandom(n * 0x9E3779B97F4A7C15L);
        Unit unit = UNITS.get(random.nextInt(UNITS.size()));
        Product product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
        String thing = n % 20_011 == 7 ? RARE + "薄膜" : product.name();
        String place = PLACES.get(random.nextInt(PLACES.size()));
        int year = FIRST_YEAR + random.nextInt(LAST_YEAR - FIRST_YEAR + 1);
        long wan = 500 + (long) Math.pow(10, 3 + random.nextDouble() * 3);
        int scale = 1 + random.nextInt(400);
        return new Sample(
                n,
                new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L | n),
                "ORD-%d-%s-%07d".formatted(year, unit.code(), n),
                year,
                unit.code(),
                unit.name(),
                product.industry(),
                stateOf(n),
                unit.name() + place + "年产" + scale + "万吨" + thing + "项目（" + n + "）",
                place + "工业园区经" + random.nextInt(30) + "路" + random.nextInt(400) + "号",
                "依托" + place + "园区的区位和能源优势建设",
                "新建" + thing + "生产线" + (1 + scale % 9) + "条及配套公用工程，总建筑面积" + scale * 37 + "平方米",
                "内蒙古" + SURNAMES.get(random.nextInt(SURNAMES.size())) + n % 9973 + "科技有限公司",
                BigDecimal.valueOf(wan * 10_000),
                BigDecimal.valueOf(20 + random.nextInt(900)),
                "0477-%08d".formatted(10_000_000 + n),
                BEGIN.plusSeconds(n * SECONDS_APART + random.nextInt(SECONDS_APART)));
    }

    private static String stateOf(long n) {
        return switch ((int) (n % 20)) {
            case 0 -> "DRAFT";
            case 1 -> "SUBMITTED";
            case 2 -> "RETURNED";
            case 3 -> "ACCEPTED";
            case 4 -> "SIGNED";
            case 5 -> "ARCHIVED";
            default -> "PUBLISHED";
        };
    }

    boolean isPublished() {
        return state.equals("PUBLISHED");
    }

    boolean isAccepted() {
        return isPublished() || List.of("ACCEPTED", "SIGNED").contains(state);
    }
}
