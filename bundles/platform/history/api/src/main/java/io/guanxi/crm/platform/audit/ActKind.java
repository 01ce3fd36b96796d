package io.guanxi.crm.platform.audit;

/** What was done that changed no record; changes have {@link io.guanxi.crm.platform.history.ChangeKind}. */
public enum ActKind {
    SIGNED_IN,
    /** Somebody gave this name with a wrong password; who that was is not known. */
    SIGN_IN_REFUSED,
    SIGNED_OUT,
    /** Written before the first row leaves. */
    EXPORT_BEGUN,
    /** Written when the last row has left, or when the file broke off. */
    EXPORTED,
    /** A record that holds personal data was opened. */
    READ,
    /** Records that hold personal data were shown in a list. */
    LISTED,
    /** Values of a record were taken out of its history. */
    ERASED,
    /** Acts of reading grew older than they are kept. */
    RETIRED;

    /** True for what may be forgotten after a while. */
    public boolean isReading() {
        return this == READ || this == LISTED;
    }
}
