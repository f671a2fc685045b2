// The official Go client makes a group and a connection, reads, changes, tests, lists and deletes them.
// Arguments: the address of the API, a package for the connection.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/fivetran/go-fivetran"
)

var ctx = context.Background()

func main() {
	address, packageID := os.Args[1], os.Args[2]
	client := fivetran.New(os.Getenv("KEY"), os.Getenv("SECRET"))
	client.BaseURL(address + "/v1")

	account, err := client.AccountInfo().Do(ctx)
	must("account", account.Code, err)
	stranger := fivetran.New("nobody", "nothing")
	stranger.BaseURL(address + "/v1")
	refused, err := stranger.AccountInfo().Do(ctx)
	if err == nil {
		fail("a wrong key was accepted", refused.Code)
	}
	must("account, with a wrong key", refused.Code, nil)

	group, err := client.NewGroupCreate().Name("from_go").Do(ctx)
	must("group created", group.Data.Name, err)
	groups, err := client.NewGroupsList().Do(ctx)
	must("groups listed", len(groups.Data.Items), err)

	frequency := 360
	created, err := client.NewConnectionCreate().
		Service("connector_sdk").
		GroupID(group.Data.ID).
		Paused(true).
		RunSetupTests(true).
		SyncFrequency(&frequency).
		DestinationSchemaNames("FIVETRAN_NAMING").
		ConfigCustom(&map[string]any{
			"schema":         "go_weather",
			"package_id":     packageID,
			"python_version": "3.13",
			"secrets_list":   []map[string]string{{"key": "token", "value": "not-a-real-one"}},
		}).
		DoCustom(ctx)
	must("connection created", created.Data.Schema, err)
	same("its package", packageID, created.Data.Config["package_id"])
	for _, test := range created.Data.SetupTests {
		must("  setup test "+test.Title, test.Status, nil)
	}

	read, err := client.NewConnectionDetails().ConnectionID(created.Data.ID).DoCustom(ctx)
	must("connection read", read.Data.Service, err)
	same("its Python", "3.13", read.Data.Config["python_version"])
	same("its frequency", frequency, *read.Data.SyncFrequency)

	minutes := 60
	updated, err := client.NewConnectionUpdate().
		ConnectionID(created.Data.ID).
		Paused(false).
		SyncFrequency(&minutes).
		ConfigCustom(&map[string]any{"python_version": "3.12"}).
		DoCustom(ctx)
	must("connection updated", updated.Data.Config["python_version"], err)
	same("its frequency", minutes, *updated.Data.SyncFrequency)
	same("whether it rests", false, *updated.Data.Paused)

	tested, err := client.NewConnectionSetupTests().ConnectionID(created.Data.ID).Do(ctx)
	must("setup tests again", len(tested.Data.SetupTests), err)
	synced, err := client.NewConnectionSync().ConnectionID(created.Data.ID).Do(ctx)
	must("sync", synced.Code, err)

	listed, err := client.NewConnectionsList().GroupID(group.Data.ID).Schema("go_weather").Do(ctx)
	must("connections listed", len(listed.Data.Items), err)
	same("the connection listed", created.Data.ID, listed.Data.Items[0].ID)
	inGroup, err := client.NewGroupListConnections().GroupID(group.Data.ID).Do(ctx)
	must("connections of the group", len(inGroup.Data.Items), err)

	second, err := client.NewConnectionCreate().
		Service("connector_sdk").
		GroupID(group.Data.ID).
		ConfigCustom(&map[string]any{"schema": "short_lived"}).
		DoCustom(ctx)
	must("a second connection", second.Data.Schema, err)
	deleted, err := client.NewConnectionDelete().ConnectionID(second.Data.ID).Do(ctx)
	must("it is deleted", deleted.Code, err)
	gone, err := client.NewConnectionDetails().ConnectionID(second.Data.ID).DoCustom(ctx)
	if err == nil {
		fail("it is still there", gone.Data.ID)
	}
	must("it is gone", gone.Code, nil)
	fmt.Println("connection id:", created.Data.ID)
}

func must(what string, seen any, err error) {
	if err != nil {
		fail(what, err)
	}
	fmt.Printf("%s: %v\n", what, seen)
}

func same(what string, expected, seen any) {
	if expected != seen {
		fail(what, fmt.Sprintf("expected %v, got %v", expected, seen))
	}
}

func fail(what string, why any) {
	fmt.Printf("FAILED: %s: %v\n", what, why)
	os.Exit(1)
}
