package io.guanxi.crm.platform.http.internal;

import io.guanxi.crm.platform.http.MalformedRequestException;
import io.guanxi.crm.platform.http.MissingVersionException;
import io.guanxi.crm.platform.http.TooLargeException;
import io.guanxi.crm.platform.http.UnsupportedBodyException;
import io.guanxi.crm.platform.persistence.Collision;
import io.guanxi.crm.platform.problem.ConflictException;
import io.guanxi.crm.platform.problem.CrmException;
import io.guanxi.crm.platform.problem.FieldError;
import io.guanxi.crm.platform.problem.ForbiddenException;
import io.guanxi.crm.platform.problem.NotFoundException;
import io.guanxi.crm.platform.problem.NotSignedInException;
import io.guanxi.crm.platform.problem.StaleVersionException;
import io.guanxi.crm.platform.problem.Text;
import io.guanxi.crm.platform.problem.TooManyRequestsException;
import io.guanxi.crm.platform.problem.UnavailableException;
import io.guanxi.crm.platform.query.InvalidFilterException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What a failure is on the wire. */
record Verdict(int status, String code, Optional<Text> detail, List<FieldError> errors, Optional<Duration> retryAfter) {

    private static final Duration SOON = Duration.ofSeconds(2);

    static Verdict on(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof CrmException crm) {
                return of(crm);
            }
            if (t instanceof SQLException sql) {
                return of(sql);
            }
            // JPA's own exception, by name: modules without JPA have not got the class.
            if (t.getClass().getSimpleName().equals("OptimisticLockException")) {
                return of(new StaleVersionException());
            }
        }
        return internal();
    }

    private static Verdict of(CrmException e) {
        Optional<Duration> retryAfter = Optional.empty();
        if (e instanceof UnavailableException away) {
            retryAfter = Optional.of(away.retryAfter());
        } else if (e instanceof TooManyRequestsException many) {
            retryAfter = Optional.of(many.retryAfter());
        }
        return new Verdict(status(e), e.code(), Optional.of(e.text()), e.errors(), retryAfter);
    }

    private static int status(CrmException e) {
        if (e instanceof MalformedRequestException || e instanceof InvalidFilterException) {
            return 400;
        } else if (e instanceof NotSignedInException) {
            return 401;
        } else if (e instanceof ForbiddenException) {
            return 403;
        } else if (e instanceof NotFoundException) {
            return 404;
        } else if (e instanceof ConflictException) {
            return 409;
        } else if (e instanceof StaleVersionException) {
            return 412;
        } else if (e instanceof TooLargeException) {
            return 413;
        } else if (e instanceof UnsupportedBodyException) {
            return 415;
        } else if (e instanceof MissingVersionException) {
            return 428;
        } else if (e instanceof TooManyRequestsException) {
            return 429;
        } else if (e instanceof UnavailableException) {
            return 503;
        }
        return 422;
    }

    // SQLSTATE classes: 23 constraint, 08 and 57 no connection, 53 no resources.
    private static Verdict of(SQLException first) {
        if (Collision.is(first)) {
            return of(Collision.told(first));
        }
        for (SQLException e = first; e != null; e = e.getNextException()) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (state.startsWith("23")) {
                return new Verdict(409, "conflict", Optional.of(CONFLICT), List.of(), Optional.empty());
            }
            boolean passing = state.startsWith("08") || state.startsWith("57P") || state.startsWith("53");
            if (passing || e instanceof SQLTransientException) {
                return new Verdict(503, "unavailable", Optional.of(BUSY), List.of(), Optional.of(SOON));
            }
        }
        return internal();
    }

    private static Verdict internal() {
        return new Verdict(500, "internal-error", Optional.of(INTERNAL), List.of(), Optional.empty());
    }

    private static final Text CONFLICT = new Text("The change conflicts with another record.", "该修改与其他记录冲突。");
    private static final Text BUSY = new Text("The database can't be reached. Please try again.", "暂时无法访问数据库，请稍后重试。");
    private static final Text INTERNAL =
            new Text("Something went wrong on our side. The log has the details.", "系统内部出错，详情见日志。");
}
