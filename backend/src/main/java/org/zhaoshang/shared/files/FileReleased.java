package org.zhaoshang.shared.files;

/** A record let go of a file. Fired in the transaction that removes the record; the file goes once that has committed. */
public record FileReleased(String sha256) {}
