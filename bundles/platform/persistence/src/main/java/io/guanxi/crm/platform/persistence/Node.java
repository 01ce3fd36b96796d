package io.guanxi.crm.platform.persistence;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/** The container this runs in, one of those that share the database. */
public final class Node {

    private static final String PROPERTY = "io.guanxi.crm.node";
    private static final String CLEAN = "[^A-Za-z0-9.-]";
    private static final int MAX_LENGTH = 60;

    private Node() {}

    /**
     * The same after a restart: the system property {@value #PROPERTY}, or else the host's name with a mark of the
     * container's folder.
     */
    public static String name() {
        String given = System.getProperty(PROPERTY);
        String name = given == null || given.isBlank() ? host() + "-" + folder() : given;
        String clean = name.replaceAll(CLEAN, "-");
        return clean.length() > MAX_LENGTH ? clean.substring(clean.length() - MAX_LENGTH) : clean;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node"; // a host without a name of its own; the folder tells it from others
        }
    }

    private static String folder() {
        String folder = System.getProperty("karaf.base", System.getProperty("user.dir", ""));
        return String.format(Locale.ROOT, "%08x", folder.hashCode());
    }
}
