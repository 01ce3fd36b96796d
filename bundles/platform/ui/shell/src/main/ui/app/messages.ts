import * as access from './messages/access'
import * as admin from './messages/admin'
import * as audit from './messages/audit'
import * as fields from './messages/fields'
import * as form from './messages/form'
import * as imports from './messages/imports'
import * as list from './messages/list'
import * as privacy from './messages/privacy'
import * as setUp from './messages/setup'
import * as tasks from './messages/tasks'

export const en = {
  ...list.en,
  ...form.en,
  ...access.en,
  ...admin.en,
  ...audit.en,
  ...fields.en,
  ...imports.en,
  ...privacy.en,
  ...setUp.en,
  ...tasks.en,
  name: 'Guanxi CRM',
  menu: 'Menu',
  skip: 'Skip to the content',
  otherLanguage: '中文',
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',
  light: 'Light',
  dark: 'Dark',
  theme: 'Theme',
  language: 'Language',
  zone: 'Time zone',
  zoneDiffers: 'This computer is set to {zone}.',
  account: 'Account',
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
  forbidden: {
    title: 'Not for you',
    text: 'Your roles do not include this page.'
  },
  notFound: {
    title: 'Page not found',
    text: 'There is no page at this address. Its module may not be installed.'
  }
}

export const zh: typeof en = {
  ...list.zh,
  ...form.zh,
  ...access.zh,
  ...admin.zh,
  ...audit.zh,
  ...fields.zh,
  ...imports.zh,
  ...privacy.zh,
  ...setUp.zh,
  ...tasks.zh,
  name: '关系 CRM',
  menu: '菜单',
  skip: '跳到正文',
  otherLanguage: 'English',
  lightTheme: '浅色主题',
  darkTheme: '深色主题',
  light: '浅色',
  dark: '深色',
  theme: '主题',
  language: '语言',
  zone: '时区',
  zoneDiffers: '本机时区为 {zone}。',
  account: '账户',
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
  forbidden: {
    title: '无权访问',
    text: '您的角色无权使用此页面。'
  },
  notFound: {
    title: '页面不存在',
    text: '此地址没有页面，可能未安装对应的模块。'
  }
}

export const messages = { en, 'zh-CN': zh }
