package org.zhaoshang.shared.start;

/** The product can not start as it is set up. The message goes to the person at the console and says what to do. */
public class StartRefused extends RuntimeException {
    public StartRefused(String whatToDo) {
        super(whatToDo);
    }

    public StartRefused(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
