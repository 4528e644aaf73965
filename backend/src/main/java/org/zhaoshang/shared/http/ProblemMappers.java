package org.zhaoshang.shared.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException.ConstraintKind;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.caller.CurrentCaller;
import org.zhaoshang.shared.language.CurrentLanguage;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Gives every exception its status and words; the only place that does. 4xx is the caller's business and not logged. */
@ApplicationScoped
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Text SIGN_IN = new Text("请先登录", "Sign in first");
    private static final Text NOT_ALLOWED = new Text("您没有权限执行该操作", "You may not do this");
    private static final Text WRONG_SHAPE = new Text("没有这个字段，或值的类型不对", "no such field, or a value of the wrong type");
    private static final Text NUMBER = new Text("有超出范围的数字", "holds a number that is out of range");
    private static final Text UNREADABLE = new Text("请求中有系统无法识别的值", "The request has a value that can not be read");
    private static final Text DATABASE_AWAY =
            new Text("系统暂时不可用，您的数据没有丢失，请稍后重试", "Temporarily unavailable; nothing was lost, try again shortly");

    private final CurrentLanguage language;
    private final CurrentCaller caller;

    ProblemMappers(CurrentLanguage language, CurrentCaller caller) {
        this.language = language;
        this.caller = caller;
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException nobody) {
        return challenge();
    }

    @ServerExceptionMapper
    Response authenticationFailed(AuthenticationFailedException badToken) {
        return challenge();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException refused) {
        return forbidden();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations) {
        return answer(Problem.badRequest(violations.getConstraintViolations().stream()
                .map(Violations::finding)
                .toList()));
    }

    @ServerExceptionMapper
    Response json(JsonProcessingException broken) {
        String pointer = broken instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> "/" + (step.getFieldName() != null ? step.getFieldName() : step.getIndex()))
                        .reduce("", String::concat)
                : "";
        return answer(Problem.badRequest(Finding.of(
                "FORMAT",
                pointer,
                Map.of(
                        "label",
                        pointer.isEmpty() ? "JSON" : pointer,
                        "problem",
                        broken instanceof JsonMappingException ? WRONG_SHAPE : place(broken.getLocation())))));
    }

    /** Jackson's own words name our classes. */
    private static Text place(@Nullable JsonLocation location) {
        String at = location == null ? "?" : location.getLineNr() + ":" + location.getColumnNr();
        return new Text("不是有效的 JSON（" + at + "）", "is no valid JSON (" + at + ")");
    }

    /** Named apart because Quarkus brings a mapper of its own for it, which answers without a body. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException broken) {
        return json(broken);
    }

    @ServerExceptionMapper
    Response stale(OptimisticLockException moved) {
        return answer(Problem.of(
                412, new Text("该记录已被他人修改，请刷新后再试", "The record was changed meanwhile: reload and try again")));
    }

    @ServerExceptionMapper
    Response persistence(jakarta.persistence.PersistenceException failure) {
        return database(failure);
    }

    @ServerExceptionMapper
    Response sql(SQLException failure) {
        return database(failure);
    }

    @ServerExceptionMapper
    Response transaction(jakarta.transaction.RollbackException failure) {
        return database(failure);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException refusal) {
        int status = refusal.getResponse().getStatus();
        if (status < 400) {
            return refusal.getResponse();
        }
        if (refusal.getCause() instanceof JsonProcessingException broken) {
            return json(broken);
        }
        return switch (status) {
            case 401 -> challenge();
            case 403 -> forbidden();
            case 404 -> answer(Problem.notFound());
            case 405 -> answer(Problem.of(405, new Text("该地址不支持此方法", "This address does not take this method")));
            case 406 -> answer(Problem.of(406, new Text("无法按所要求的格式返回", "Not available in the format asked for")));
            case 413 -> answer(Problem.of(413, new Text("内容超过大小限制", "The content is larger than allowed")));
            case 415 -> answer(Problem.of(415, new Text("不支持该内容类型", "This content type is not understood")));
            default ->
                status < 500
                        ? answer(Problem.of(status, new Text("请求有误", "The request can not be understood")))
                        : unexpected(refusal);
        };
    }

    @ServerExceptionMapper
    Response anything(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(problem);
            }
            if (cause instanceof OptimisticLockException moved) {
                return stale(moved);
            }
            if (cause instanceof SQLException || cause instanceof org.hibernate.HibernateException) {
                return database(failure);
            }
        }
        if (isUnreadNumber(failure)) {
            return answer(Problem.badRequest(Finding.of("FORMAT", "", Map.of("label", "JSON", "problem", NUMBER))));
        }
        return isUnreadBody(failure)
                ? answer(Problem.of(
                        400, new Text("请求内容不完整或过大，请重试", "The request is incomplete or too large: try again")))
                : unexpected(failure);
    }

    /** The framework reads bodies before any code of ours; for those that break off or never end it has only IOException. */
    private static boolean isUnreadBody(Throwable failure) {
        StackTraceElement[] from = failure.getStackTrace();
        return failure instanceof IOException
                && from.length > 0
                && from[0].getClassName().startsWith("org.jboss.resteasy.reactive.server.");
    }

    /** Of an exponent that no number can have Jackson does not say that the JSON is broken. */
    private static boolean isUnreadNumber(Throwable failure) {
        return failure instanceof NumberFormatException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(
                                frame -> frame.getClassName().startsWith("org.jboss.resteasy.reactive.server.handlers.")
                                        && frame.getMethodName().equals("readFrom"));
    }

    private Response database(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return answer(problem);
            }
            if (cause instanceof org.hibernate.StaleStateException) {
                return stale(new OptimisticLockException());
            }
            if (cause instanceof org.hibernate.exception.ConstraintViolationException violated
                    && violated.getKind() == ConstraintKind.UNIQUE) {
                return answer(Problem.conflict(new Text("与已有记录重复", "A record with the same key exists"), List.of()));
            }
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                String state = sql.getSQLState();
                if (state.equals("23505")) {
                    return answer(
                            Problem.conflict(new Text("与已有记录重复", "A record with the same key exists"), List.of()));
                }
                if (state.startsWith("08") || state.startsWith("53") || state.startsWith("57")) {
                    return answer(Problem.unavailable(DATABASE_AWAY, 5));
                }
                if (state.startsWith("22")) {
                    // Every value is bound, so it came with the request. One line, lest a fuzzer fills the log.
                    LOG.warnf("A value of the request reached the database, which can not read it (%s)", state);
                    return answer(Problem.of(400, UNREADABLE));
                }
                if (state.startsWith("40") || state.equals("55P03")) {
                    return answer(
                            Problem.unavailable(new Text("系统繁忙，请重试一次", "Busy with another change: try again"), 1));
                }
            }
            if (cause instanceof SQLException sql
                    && sql.getMessage() != null
                    && sql.getMessage().contains("Acquisition timeout")) {
                return answer(Problem.unavailable(DATABASE_AWAY, 5));
            }
        }
        return unexpected(failure);
    }

    private Response unexpected(Throwable failure) {
        LOG.error("Unexpected failure", failure);
        return answer(
                Problem.of(500, new Text("系统内部错误，已记录；请凭请求编号联系管理员", "Internal error, recorded; quote the request id")));
    }

    private Response forbidden() {
        Text restriction = caller.restriction();
        return answer(Problem.forbidden(restriction == null ? NOT_ALLOWED : restriction));
    }

    private Response challenge() {
        return Response.fromResponse(answer(Problem.of(401, SIGN_IN)))
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    private Response answer(Problem problem) {
        Response.ResponseBuilder response = Response.status(problem.status())
                .type("application/problem+json")
                .entity(view(problem))
                .header("Cache-Control", "no-store");
        problem.headers().forEach(response::header);
        return response.build();
    }

    private ProblemView view(Problem problem) {
        List<Finding.View> errors = problem.findings().isEmpty()
                ? null
                : problem.findings().stream()
                        .map(finding -> finding.in(language.get()))
                        .toList();
        return new ProblemView(
                "about:blank",
                problem.title().in(language.get()),
                problem.status(),
                null,
                null,
                errors,
                problem.current(),
                problem.snapshot());
    }
}
