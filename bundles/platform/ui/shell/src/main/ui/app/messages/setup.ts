export const en = {
  setUp: {
    title: 'Set up Guanxi CRM',
    lead: 'There is no user yet. Make the first administrator.',
    token: 'Set-up token',
    tokenHelp: 'It is in the file setup-token in the data folder of the server.',
    name: 'User name',
    password: 'Password',
    passwordHelp: '10 characters at least',
    repeat: 'Password once more',
    missing: 'This is needed.',
    differs: 'The two passwords differ.',
    make: 'Make administrator and sign in',
    done: 'There are users already. Sign in.'
  }
}

export const zh: typeof en = {
  setUp: {
    title: '初始设置',
    lead: '系统还没有用户，请创建第一个管理员。',
    token: '设置令牌',
    tokenHelp: '见服务器数据目录中的 setup-token 文件。',
    name: '用户名',
    password: '密码',
    passwordHelp: '至少 10 个字符',
    repeat: '再次输入密码',
    missing: '必填。',
    differs: '两次输入的密码不一致。',
    make: '创建管理员并登录',
    done: '系统已有用户，请登录。'
  }
}
