package io.guanxi.crm.platform.security.service;

import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.security.Action;
import io.guanxi.crm.platform.security.Reach;
import io.guanxi.crm.platform.security.RoleData;
import io.guanxi.crm.platform.security.ShippedRole;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The roles as they are shipped. */
final class ShippedRights {

    private static final Map<Character, Action> LETTERS = Map.of(
            'R', Action.READ,
            'C', Action.CREATE,
            'U', Action.UPDATE,
            'A', Action.ARCHIVE,
            'X', Action.EXPORT,
            'I', Action.IMPORT,
            'B', Action.BULK,
            'M', Action.MERGE,
            'S', Action.SHARE,
            'F', Action.CONFIGURE);

    // To share a view is to update it. Figures are sums over orders that name nobody.
    private static final List<String> MATRIX = List.of(
            "             manager    sales     service  marketing  analyst  auditor",
            "customer     RCUAXIBMS  RCUAIBMS  RCU      RCUXIBS    -        R",
            "person       RCUAXIBMS  RCUAIBMS  RCU      RCUXIBS    -        R",
            "interaction  RCUAXIBS   RCUAIB    RCUA     RCUI       -        R",
            "order        RCUAXIBS   RCUI      R        R          -        R",
            "figure       R          R         R        R          R        R",
            "segment      RCUAXS     R         R        RCUAXS     RCUAX    R",
            "report       RCUAXS     R         R        R          RCUAXS   R",
            "view         RCUA       R         R        RCUA       RCUA     R",
            "field        R          R         R        R          R        R",
            "department   R          R         R        R          R        R",
            "team         R          R         R        R          R        R",
            "api-key      F          F         F        F          F        -",
            "user         -          -         -        -          -        R",
            "role         -          -         -        -          -        R",
            "event        -          -         -        -          -        R",
            "job          -          -         -        -          -        R",
            "audit        -          -         -        -          -        RX");

    // Everybody else reaches every record.
    private static final Map<ShippedRole, Reach> REACHES =
            Map.of(ShippedRole.MANAGER, Reach.DEPARTMENT, ShippedRole.SALES, Reach.OWN);

    private static final Map<ShippedRole, Text> LABELS = new EnumMap<>(Map.of(
            ShippedRole.ADMINISTRATOR, new Text("Administrator", "管理员"),
            ShippedRole.MANAGER, new Text("Manager", "经理"),
            ShippedRole.SALES, new Text("Sales", "销售"),
            ShippedRole.SERVICE, new Text("Service", "客服"),
            ShippedRole.MARKETING, new Text("Marketing", "市场"),
            ShippedRole.ANALYST, new Text("Analyst", "分析员"),
            ShippedRole.AUDITOR, new Text("Auditor", "审计员")));

    private ShippedRights() {}

    /** @param code of a shipped role */
    static RoleData of(String code) {
        return of(ShippedRole.valueOf(code.toUpperCase(Locale.ROOT)));
    }

    static RoleData of(ShippedRole role) {
        return new RoleData(
                role.code(),
                LABELS.getOrDefault(role, new Text("", "")),
                grants(role),
                REACHES.getOrDefault(role, Reach.ALL));
    }

    private static Map<String, Set<Action>> grants(ShippedRole role) {
        List<String> columns = cells(MATRIX.get(0));
        int column = columns.indexOf(role.code());
        Map<String, Set<Action>> grants = new TreeMap<>();
        if (column >= 0) {
            for (String line : MATRIX.subList(1, MATRIX.size())) {
                List<String> cells = cells(line);
                grants.put(cells.get(0), actions(cells.get(column + 1)));
            }
        }
        return grants;
    }

    private static List<String> cells(String line) {
        return List.of(line.strip().split(" +", -1));
    }

    private static Set<Action> actions(String cell) {
        Set<Action> actions = EnumSet.noneOf(Action.class);
        cell.chars().filter(c -> c != '-').forEach(c -> actions.add(LETTERS.get((char) c)));
        return actions;
    }
}
