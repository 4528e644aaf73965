package org.zhaoshang.shared.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.zhaoshang.shared.language.Text;
import org.zhaoshang.shared.rules.Finding;

/** Says what Bean Validation refuses in our own words: its messages know neither the caller's language nor the next step. */
final class Violations {
    private Violations() {}

    static Finding finding(ConstraintViolation<?> violation) {
        List<Path.Node> path = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(1) // the method
                .toList();
        // A parameter that is a record or a bean only holds the field; a plain one is the field itself.
        List<Path.Node> steps = path.size() > 1 ? path.subList(1, path.size()) : path;
        String pointer = steps.stream().map(Violations::step).reduce("", String::concat);
        String label = pointer.substring(pointer.lastIndexOf('/') + 1);
        Object constraint = violation.getConstraintDescriptor().getAnnotation();
        if (constraint instanceof NotNull || constraint instanceof NotBlank) {
            return path.size() == 1
                    ? Finding.of("REQUIRED", "", Map.of("label", new Text("请求内容", "The body")))
                    : Finding.of("REQUIRED", pointer, Map.of("label", label));
        }
        if (constraint instanceof Size size
                && violation.getInvalidValue() instanceof CharSequence text
                && text.length() > size.max()) {
            return Finding.of("LENGTH", pointer, Map.of("label", label, "max", size.max(), "length", text.length()));
        }
        return Finding.of("FORMAT", pointer, Map.of("label", label, "problem", problem(constraint)));
    }

    private static Text problem(Object constraint) {
        if (constraint instanceof Pattern) {
            return new Text("含有不能使用的字符", "it has characters that can not be used");
        }
        return new Text("请核对后重新填写", "check it and enter it again");
    }

    private static String step(Path.Node node) {
        @Nullable Integer index = node.getIndex();
        return (index == null ? "" : "/" + index) + (node.getName() == null ? "" : "/" + node.getName());
    }
}
