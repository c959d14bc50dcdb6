module rack.example/agent

go 1.24
