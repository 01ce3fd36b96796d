export const en = {
  name: 'Guanxi CRM',
  menu: 'Menu',
  skip: 'Skip to the content',
  otherLanguage: '中文',
  light: 'Light theme',
  dark: 'Dark theme',
  zone: 'Times are shown in {zone}',
  docs: 'API documentation',
  signOut: 'Sign out',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  retry: 'Try again',
  reload: 'Reload',
  undo: 'Undo',
  pages: 'Pages of the list',
  previous: 'Previous',
  next: 'Next',
  total: '{n} in total',
  newVersion: 'A new version of this page is there.',
  groups: {
    relations: 'Relations',
    sales: 'Sales',
    analysis: 'Analysis',
    administration: 'Administration',
    more: 'More'
  },
  failure: {
    title: 'That did not work',
    absent: 'Not found',
    unreachable: 'The server cannot be reached. Check your connection and try again.',
    unavailable: 'This part of the system is being updated. Please try again in a moment.',
    status: 'The server refused the request (status {status}).'
  },
  signIn: {
    title: 'Sign in',
    lead: 'Sign in to go on',
    again: 'Your session has ended. Sign in to go on where you were.',
    user: 'User name',
    password: 'Password',
    missing: 'Enter user name and password',
    wrong: 'User name or password is wrong'
  },
  home: {
    title: 'Workbench',
    hello: 'Welcome, {name}'
  },
  notFound: {
    title: 'Page not found',
    text: 'There is no page at this address. Its module may not be installed.'
  },
  imports: {
    title: 'Imports',
    lead: 'Read customers and orders from CSV files',
    new: 'New import',
    type: 'What the file holds',
    types: { customers: 'Customers', orders: 'Orders' },
    mode: 'Known records',
    modes: { upsert: 'are updated', create: 'are refused' },
    file: 'CSV file',
    choose: 'Choose a file or drop it here',
    chosen: '{name}, {size}',
    dryRun: 'Check only, change nothing',
    checkOnly: 'check only',
    start: 'Start import',
    sending: 'Sending the file',
    missing: 'Choose a file',
    history: 'Imports so far',
    none: 'Nothing was imported yet',
    states: { QUEUED: 'Waiting', RUNNING: 'Running', DONE: 'Done', FAILED: 'Failed', CANCELLED: 'Cancelled' },
    read: '{n} read',
    created: '{n} created',
    updated: '{n} updated',
    unchanged: '{n} unchanged',
    rejected: '{n} rejected',
    rejects: 'Rejected rows',
    stop: 'Cancel import',
    stopQuestion: 'Cancel this import? Rows already taken in stay.',
    progress: 'Progress of {name}'
  }
}

export const zh: typeof en = {
  name: '关系 CRM',
  menu: '菜单',
  skip: '跳到正文',
  otherLanguage: 'English',
  light: '浅色主题',
  dark: '深色主题',
  zone: '时间按 {zone} 显示',
  docs: '接口文档',
  signOut: '退出登录',
  save: '保存',
  cancel: '取消',
  close: '关闭',
  retry: '重试',
  reload: '刷新',
  undo: '撤销',
  pages: '列表翻页',
  previous: '上一页',
  next: '下一页',
  total: '共 {n} 条',
  newVersion: '此页面已有新版本。',
  groups: {
    relations: '客户关系',
    sales: '交易',
    analysis: '分析',
    administration: '管理',
    more: '更多'
  },
  failure: {
    title: '操作未完成',
    absent: '未找到',
    unreachable: '无法连接服务器，请检查网络后重试。',
    unavailable: '系统的这一部分正在更新，请稍后重试。',
    status: '服务器拒绝了请求（状态码 {status}）。'
  },
  signIn: {
    title: '登录',
    lead: '请登录后继续',
    again: '登录已失效，请重新登录，页面内容会保留。',
    user: '用户名',
    password: '密码',
    missing: '请输入用户名和密码',
    wrong: '用户名或密码不正确'
  },
  home: {
    title: '工作台',
    hello: '欢迎，{name}'
  },
  notFound: {
    title: '页面不存在',
    text: '此地址没有页面，可能未安装对应的模块。'
  },
  imports: {
    title: '数据导入',
    lead: '从 CSV 文件读入客户和订单',
    new: '新建导入',
    type: '文件内容',
    types: { customers: '客户', orders: '订单' },
    mode: '已有记录',
    modes: { upsert: '更新', create: '拒绝' },
    file: 'CSV 文件',
    choose: '选择文件或拖放到此处',
    chosen: '{name}，{size}',
    dryRun: '仅检查，不写入',
    checkOnly: '仅检查',
    start: '开始导入',
    sending: '正在上传文件',
    missing: '请选择文件',
    history: '导入记录',
    none: '还没有导入过数据',
    states: { QUEUED: '排队中', RUNNING: '进行中', DONE: '完成', FAILED: '失败', CANCELLED: '已取消' },
    read: '读取 {n}',
    created: '新建 {n}',
    updated: '更新 {n}',
    unchanged: '未变 {n}',
    rejected: '拒绝 {n}',
    rejects: '被拒绝的行',
    stop: '取消导入',
    stopQuestion: '取消此次导入？已写入的行会保留。',
    progress: '{name} 的进度'
  }
}

export const messages = { en, 'zh-CN': zh }
