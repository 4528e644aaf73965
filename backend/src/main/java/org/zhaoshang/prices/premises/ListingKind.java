package org.zhaoshang.prices.premises;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhaoshang.shared.caller.Permission;
import org.zhaoshang.shared.language.Text;

/** The two kinds of what is on offer, and the words in which they differ. */
public enum ListingKind {
    PREMISES(
            Premises.class,
            "premises",
            "premises",
            "premises",
            "PRM",
            ListingState.IDLE,
            ListingState.REUSED,
            new Grants(Permission.PREMISES_READ, Permission.PREMISES_WRITE, Permission.PREMISES_REVIEW),
            new Text("闲置厂房", "Idle premises")),
    LAND_PARCEL(
            LandParcel.class,
            "land-parcels",
            "land_parcels",
            "land-parcel",
            "LND",
            ListingState.AVAILABLE,
            ListingState.GRANTED,
            new Grants(Permission.LAND_PARCELS_READ, Permission.LAND_PARCELS_WRITE, Permission.LAND_PARCELS_REVIEW),
            new Text("土地载体", "Land parcels"));

    private record Grants(String read, String write, String review) {}

    private final Class<? extends Listing> type;
    private final String path;
    private final String table;
    private final String subject;
    private final String letters;
    private final ListingState open;
    private final ListingState taken;
    private final Grants grants;
    private final Text title;

    ListingKind(
            Class<? extends Listing> type,
            String path,
            String table,
            String subject,
            String letters,
            ListingState open,
            ListingState taken,
            Grants grants,
            Text title) {
        this.type = type;
        this.path = path;
        this.table = table;
        this.subject = subject;
        this.letters = letters;
        this.open = open;
        this.taken = taken;
        this.grants = grants;
        this.title = title;
    }

    static ListingKind of(Class<? extends Listing> type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElseThrow();
    }

    Class<? extends Listing> type() {
        return type;
    }

    /** As in the address. */
    public String path() {
        return path;
    }

    String table() {
        return table;
    }

    /** As the trail and the form's data file call one of them. */
    String subject() {
        return subject;
    }

    /** In the codes by which people know them. */
    String letters() {
        return letters;
    }

    /** Nobody has asked for it yet. */
    ListingState open() {
        return open;
    }

    /** Someone has it now. */
    ListingState taken() {
        return taken;
    }

    public Text title() {
        return title;
    }

    public String read() {
        return grants.read();
    }

    public String write() {
        return grants.write();
    }

    String review() {
        return grants.review();
    }

    /** The names of its states. */
    Set<String> states() {
        return List.of(open, ListingState.IN_TALKS, taken, ListingState.WITHDRAWN).stream()
                .map(Enum::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
