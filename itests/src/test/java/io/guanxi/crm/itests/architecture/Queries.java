package io.guanxi.crm.itests.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.guanxi.crm.platform.security.Access;
import io.guanxi.crm.platform.security.Scope;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * That each method that asks the database knows how far the caller reaches: it is told a scope or asks {@link Access}, or
 * everybody who calls it does. What it does with the scope, tests must tell.
 */
final class Queries extends ArchCondition<JavaClass> {

    private static final Map<String, Set<String>> ASKING = Map.of(
            "io.guanxi.crm.platform.persistence.Jdbc", Set.of("list", "first", "stream"),
            "io.guanxi.crm.platform.persistence.KeyQuery", Set.of("visit"),
            "io.guanxi.crm.platform.query.sql.KeysetSelect", Set.of("page", "ids", "each", "count"),
            "java.sql.PreparedStatement", Set.of("executeQuery"),
            "javax.persistence.EntityManager",
                    Set.of("find", "getReference", "createQuery", "createNamedQuery", "createNativeQuery"));

    private final Set<String> exempt;

    /** @param exempt methods, such as {@code Directory.names}, that may ask for whoever has reached the records already */
    Queries(Set<String> exempt) {
        super("know how far the caller reaches when they ask the database");
        this.exempt = exempt;
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaCodeUnit method : type.getCodeUnits()) {
            if (asks(method) && !knowsReach(method, new HashSet<>())) {
                events.add(SimpleConditionEvent.violated(
                        method,
                        method.getFullName() + " asks the database, and nobody says how far the caller reaches"));
            }
        }
    }

    private static boolean asks(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> ASKING.getOrDefault(call.getTargetOwner().getFullName(), Set.of())
                        .contains(call.getTarget().getName()));
    }

    private boolean knowsReach(JavaCodeUnit method, Set<String> seen) {
        if (!seen.add(method.getFullName())) {
            return true; // a circle: whoever comes in from outside decides
        }
        if (isToldScope(method) || asksAccess(method) || exempt.contains(name(method))) {
            return true;
        }
        Set<JavaAccess<?>> callers = new HashSet<>(method.getAccessesToSelf());
        return !callers.isEmpty()
                && callers.stream().map(JavaAccess::getOrigin).allMatch(caller -> knowsReach(caller, seen));
    }

    private static boolean isToldScope(JavaCodeUnit method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Scope.class));
    }

    private static boolean asksAccess(JavaCodeUnit method) {
        return method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Access.class));
    }

    private static String name(JavaCodeUnit method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }
}
