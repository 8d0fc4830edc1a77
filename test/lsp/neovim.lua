-- Opens a report in Neovim with its built-in client, and prints what the server says of it: before and after an edit, then
-- what it offers to complete and to mend.
vim.cmd('edit ' .. vim.env.REPORT)
local client = vim.lsp.start_client({
  name = 'scrutiny',
  cmd = { vim.env.NODE, vim.env.SERVER, 'server', '--stdio' },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)

local function show(what)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    io.write(string.format('%s %d:%d %s\n', what, one.lnum + 1, one.col + 1, one.code or one.message))
  end
end
local function count(wanted)
  -- A quarter of an hour, as of every test: what hangs is to end.
  return vim.wait(900000, function() return #vim.diagnostic.get(0) == wanted end, 10)
end

local opened = count(1)
show('opened')
vim.api.nvim_buf_set_lines(0, 2, 2, false, { 'title: Review of the library service' })
local fixed = count(0)
io.write('fixed ' .. #vim.diagnostic.get(0) .. '\n')
vim.api.nvim_buf_set_lines(0, 2, 3, false, { 'title: Review of contract #12' })
local typed = count(1)
show('typed')
vim.cmd(opened and fixed and typed and 'qall!' or 'cquit 1')
