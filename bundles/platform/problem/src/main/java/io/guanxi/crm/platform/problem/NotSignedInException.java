package io.guanxi.crm.platform.problem;

/** Nobody is signed in where somebody has to be. */
public class NotSignedInException extends CrmException {

    private static final long serialVersionUID = 1L;

    public NotSignedInException() {
        super("not-signed-in", "Please sign in.", "请先登录。");
    }

    /** For a particular reason; it must not tell a wrong password from a name nobody has. */
    public NotSignedInException(String code, String en, String zh) {
        super(code, en, zh);
    }
}
